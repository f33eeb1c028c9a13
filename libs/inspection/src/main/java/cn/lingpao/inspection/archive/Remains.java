package cn.lingpao.inspection.archive;

import cn.lingpao.inspection.archive.WarcArchive.Kept;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/** What an earlier run left. */
final class Remains {

    private static final byte[] MEMBER = {0x1F, (byte) 0x8B, 8, 0};

    private Remains() {}

    /**
     * Cuts off what is half written, and notes where whole payloads are.
     *
     * @param held takes every digest of a record
     * @throws ArchiveDamaged when something is broken that no killed run leaves so; nothing is cut off then
     */
    static void read(Path path, FileChannel file, Map<String, Kept> kept, Set<String> held) throws IOException {
        long whole = GzipMembers.wholeLength(path);
        if (whole < file.size() && (!isOurs(file, whole) || GzipMembers.goOnBehind(path, whole))) {
            throw new ArchiveDamaged(
                    path + " is no archive that can be gone on with: it is damaged at byte " + whole
                            + ", which no interruption does. Look at it with 'evidence verify', and collect into another folder");
        }
        file.truncate(whole);
        if (file.size() == 0) {
            return;
        }
        file.position(0);
        WarcReader reader =
                new WarcReader(Channels.newChannel(new java.io.BufferedInputStream(Channels.newInputStream(file))));
        for (WarcRecord record : reader) {
            for (String name : List.of("WARC-Block-Digest", "WARC-Payload-Digest")) {
                record.headers().first(name).ifPresent(digest -> held.add(digest.substring(digest.indexOf(':') + 1)));
            }
            if (record instanceof WarcResponse response
                    && response.headers().first("WARC-Truncated").isEmpty()) {
                response.payloadDigest()
                        .ifPresent(digest -> kept.putIfAbsent(
                                digest.hex(), new Kept(response.id(), response.target(), response.date())));
            }
        }
    }

    /** Whether what is half there begins like a record of this archive, or is what a power failure leaves: nothing but zeros. */
    private static boolean isOurs(FileChannel file, long place) throws IOException {
        ByteBuffer mark = ByteBuffer.allocate(4);
        file.read(mark, place);
        byte[] found = Arrays.copyOf(mark.array(), mark.position());
        return Arrays.equals(found, Arrays.copyOf(MEMBER, found.length))
                || Arrays.equals(found, new byte[found.length]);
    }
}
