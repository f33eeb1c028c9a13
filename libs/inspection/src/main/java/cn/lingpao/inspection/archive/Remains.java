package cn.lingpao.inspection.archive;

import cn.lingpao.inspection.archive.WarcArchive.Kept;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Map;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/** What an earlier run left. */
final class Remains {

    private Remains() {}

    /** Cuts off what is half written, and notes where whole payloads are. */
    static void read(Path path, FileChannel file, Map<String, Kept> kept) throws IOException {
        file.truncate(GzipMembers.wholeLength(path));
        if (file.size() == 0) {
            return;
        }
        file.position(0);
        WarcReader reader =
                new WarcReader(Channels.newChannel(new java.io.BufferedInputStream(Channels.newInputStream(file))));
        for (WarcRecord record : reader) {
            if (record instanceof WarcResponse response
                    && response.headers().first("WARC-Truncated").isEmpty()) {
                response.payloadDigest()
                        .ifPresent(digest -> kept.putIfAbsent(
                                digest.hex(), new Kept(response.id(), response.target(), response.date())));
            }
        }
    }
}
