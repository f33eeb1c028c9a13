package cn.lingpao.collectorclient;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.netpreserve.jwarc.ParsingException;
import org.netpreserve.jwarc.WarcCaptureRecord;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.Warcinfo;

/**
 * A WARC file cut between its records into parts of a size that a request may have; records that belong together stay
 * together, and each part begins with the record that says what made the file.
 */
public final class ArchiveParts {

    private final Path file;
    private final List<Part> parts = new ArrayList<>();
    private final long largest;
    private Part open = new Part(0, 0, 0, 0, 0);
    private Part info = new Part(0, 0, 0, 0, 0);

    private ArchiveParts(Path file, long largest) {
        this.file = file;
        this.largest = largest;
    }

    /**
     * Some records of the file.
     *
     * @param before how many records of the file stand before its first
     */
    public record Part(long from, long to, int before, long infoFrom, long infoTo) {

        /** How many records the part has before its own: the one about the file, which is sent again. */
        public int repeated() {
            return infoTo > infoFrom ? 1 : 0;
        }
    }

    /** @param largest bytes that a part has at most, unless a single record is larger */
    public static ArchiveParts of(Path file, long largest) throws IOException {
        ArchiveParts cut = new ArchiveParts(file, largest);
        cut.cut();
        return cut;
    }

    public List<Part> parts() {
        return List.copyOf(parts);
    }

    /** The bytes of a part, a file of its own. */
    public byte[] bytes(Part part) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (FileChannel channel = FileChannel.open(file)) {
            bytes.writeBytes(slice(channel, part.infoFrom(), part.infoTo()));
            bytes.writeBytes(slice(channel, part.from(), part.to()));
        }
        return bytes.toByteArray();
    }

    private static byte[] slice(FileChannel channel, long from, long to) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(to - from));
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
            continue;
        }
        return bytes.array();
    }

    private void cut() throws IOException {
        Set<Object> together = new HashSet<>();
        long end = Files.size(file);
        int number = 0;
        try (WarcReader reader = new WarcReader(file)) {
            Optional<WarcRecord> next = reader.next();
            while (next.isPresent()) {
                WarcRecord record = next.get();
                long from = reader.position();
                boolean belongs = belongs(record, together);
                boolean isInfo = record instanceof Warcinfo;
                record.body().consume();
                next = reader.next();
                long to = next.isPresent() ? reader.position() : end;
                take(from, to, number++, belongs, isInfo);
            }
        } catch (ParsingException damaged) {
            throw new PlatformFailure(file + ": cannot be read after record " + number + ": " + damaged.getMessage()
                    + "; see 'lingpao evidence verify " + file + "'");
        }
        finish();
    }

    /** Whether a record was captured together with one just before it. */
    private static boolean belongs(WarcRecord record, Set<Object> together) {
        List<?> others = record instanceof WarcCaptureRecord capture ? capture.concurrentTo() : List.of();
        boolean belongs = together.contains(record.id()) || others.stream().anyMatch(together::contains);
        if (!belongs) {
            together.clear();
        }
        together.add(record.id());
        together.addAll(others);
        return belongs;
    }

    private void take(long from, long to, int number, boolean belongs, boolean isInfo) {
        if (open.to() == 0 || to - open.from() > largest && !belongs) {
            finish();
            open = new Part(from, to, number, info.from(), info.to());
        } else {
            open = new Part(open.from(), to, open.before(), open.infoFrom(), open.infoTo());
        }
        if (isInfo) {
            info = new Part(from, to, number, 0, 0);
        }
    }

    private void finish() {
        if (open.to() > open.from()) {
            parts.add(open);
        }
    }
}
