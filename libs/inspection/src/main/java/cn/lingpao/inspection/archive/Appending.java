package cn.lingpao.inspection.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** Adds to a file whole or not at all: what comes behind half of something on a full disk would be damage in the middle. */
public final class Appending {

    private Appending() {}

    /** @throws IOException when there is no room; the file ends then where it ended before */
    public static void whole(SeekableByteChannel file, ByteBuffer bytes) throws IOException {
        long end = file.position();
        try {
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        } catch (IOException full) {
            file.truncate(end);
            throw full;
        }
    }
}
