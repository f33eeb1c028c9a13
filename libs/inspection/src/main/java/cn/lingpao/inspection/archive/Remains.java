package cn.lingpao.inspection.archive;

import cn.lingpao.inspection.archive.WarcArchive.Kept;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.netpreserve.jwarc.WarcCaptureRecord;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;

/**
 * What an earlier run left.
 *
 * @param kept where whole payloads are, by their digest
 * @param latest the digest of what an address last answered, by the address
 * @param held every digest of a record
 */
record Remains(Map<String, Kept> kept, Map<String, String> latest, Set<String> held) {

    private static final String NOTHING = Digests.sha256();
    private static final byte[] MEMBER = {0x1F, (byte) 0x8B, 8, 0};

    /**
     * Cuts off what is half written, and reads the rest.
     *
     * @throws ArchiveDamaged when something is broken that no killed run leaves so; nothing is cut off then
     */
    static Remains read(Path path, FileChannel file) throws IOException {
        long whole = GzipMembers.wholeLength(path);
        if (whole < file.size() && (!isOurs(file, whole) || GzipMembers.goOnBehind(path, whole))) {
            throw new ArchiveDamaged(
                    path + " is no archive that can be gone on with: it is damaged at byte " + whole
                            + ", which no interruption does. Look at it with 'evidence verify', and collect into another folder");
        }
        file.truncate(whole);
        Remains remains = new Remains(new LinkedHashMap<>(), new HashMap<>(), new HashSet<>());
        if (file.size() > 0) {
            file.position(0);
            new WarcReader(Channels.newChannel(new BufferedInputStream(Channels.newInputStream(file))))
                    .forEach(remains::note);
        }
        return remains;
    }

    private void note(WarcRecord record) {
        for (String name : List.of("WARC-Block-Digest", "WARC-Payload-Digest")) {
            record.headers().first(name).ifPresent(digest -> held.add(digest.substring(digest.indexOf(':') + 1)));
        }
        boolean isAnswer = record instanceof WarcResponse || record instanceof WarcRevisit;
        if (isAnswer && record.headers().first("WARC-Truncated").isEmpty()) {
            WarcCaptureRecord answer = (WarcCaptureRecord) record;
            answer.payloadDigest()
                    .map(WarcDigest::hex)
                    .filter(digest -> !digest.equals(NOTHING))
                    .ifPresent(digest -> note(answer, digest));
        }
    }

    private void note(WarcCaptureRecord answer, String digest) {
        latest.put(answer.target(), digest);
        if (answer instanceof WarcResponse) {
            kept.putIfAbsent(digest, new Kept(answer.id(), answer.target(), answer.date()));
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
