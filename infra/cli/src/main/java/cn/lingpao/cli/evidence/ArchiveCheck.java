package cn.lingpao.cli.evidence;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;
import org.netpreserve.jwarc.ParsingException;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcTargetRecord;

/** Reads a WARC file to its end and hashes every block and payload anew. */
public final class ArchiveCheck {

    private final Path file;
    private final List<String> faults = new ArrayList<>();
    private final Set<String> hashes = new LinkedHashSet<>();
    private final Map<String, Integer> revisited = new LinkedHashMap<>();
    private int records;
    private int digests;

    private ArchiveCheck(Path file) {
        this.file = file;
    }

    public static ArchiveCheck of(Path file) throws IOException {
        ArchiveCheck check = new ArchiveCheck(file);
        check.read();
        return check;
    }

    /** What is wrong, {@code file: record N: …}. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    /** SHA-256 of every block, payload and header. */
    public Set<String> hashes() {
        return Set.copyOf(hashes);
    }

    public int records() {
        return records;
    }

    /** How many digests stood in the records and were compared. */
    public int digests() {
        return digests;
    }

    private void read() throws IOException {
        try (WarcReader reader = new WarcReader(file)) {
            reader.onWarning(warning -> fault("record " + (records + 1) + ": " + warning));
            for (Optional<WarcRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
                records++;
                check(next.get());
            }
        } catch (ParsingException | EOFException | ZipException damaged) {
            fault("after record " + records + ": cannot be read on: " + damaged.getMessage());
        }
        if (records == 0 && faults.isEmpty()) {
            fault("holds no record");
        }
        revisited.forEach((hash, record) -> {
            if (!hashes.contains(hash)) {
                fault("record " + record + ": revisits the payload " + hash + ", which the file does not hold");
            }
        });
    }

    private void check(WarcRecord record) throws IOException {
        try (RecordBlock block = RecordBlock.of(record)) {
            record.blockDigest().ifPresent(claimed -> compare("block", block.mismatch(claimed, false)));
            hashes.add(block.sha256());
            if (record instanceof WarcRevisit revisit) {
                revisit.payloadDigest().ifPresent(payload -> revisited.putIfAbsent(payload.hex(), records));
            } else if (record instanceof WarcTargetRecord target) {
                target.payloadDigest().ifPresent(claimed -> compare("payload", block.mismatch(claimed, true)));
                hashes.addAll(block.payloadHashes());
            }
        } catch (IllegalArgumentException | DateTimeException | NoSuchElementException unreadable) {
            fault("record " + records + ": a field cannot be read: " + unreadable.getMessage());
        }
    }

    private void compare(String what, Optional<String> mismatch) {
        digests++;
        mismatch.ifPresent(difference -> fault("record " + records + ": the " + what + " " + difference));
    }

    private void fault(String what) {
        faults.add(file + ": " + what);
    }
}
