package cn.lingpao.inspection.archive;

import java.io.IOException;
import java.io.RandomAccessFile;

/**
 * Adds to the end of a file whole or not at all: what comes behind half of something on a full disk would be damage in the
 * middle. It takes no channel: the interruption of one thread, as of a check whose time is up, would close it for everybody.
 */
public final class Appending {

    private Appending() {}

    /** @throws IOException when there is no room; the file ends then where it ended before */
    public static void whole(RandomAccessFile file, byte[] bytes) throws IOException {
        long end = file.length();
        file.seek(end);
        try {
            file.write(bytes);
        } catch (IOException full) {
            file.setLength(end);
            throw full;
        }
    }

    /** Closes the file when everything is on the disk; closing it again does nothing. */
    public static void close(RandomAccessFile file) throws IOException {
        if (file.getFD().valid()) {
            file.getFD().sync();
            file.close();
        }
    }
}
