package cn.lingpao.standalone;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The folder all state is kept in; one running instance holds it. */
final class DataFolder implements AutoCloseable {

    private final Path folder;
    private final FileChannel channel;

    private DataFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    static DataFolder open(Path folder) {
        FileChannel channel = null;
        try {
            Files.createDirectories(folder);
            channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new Refused("the data folder " + folder
                        + " is in use by another running instance; stop it or choose another folder with --data");
            }
            return new DataFolder(folder, channel);
        } catch (IOException e) {
            throw new Refused("the data folder " + folder + " cannot be written ("
                    + e.getClass().getSimpleName() + "); choose another with --data");
        }
    }

    Path resolve(String name) {
        return folder.resolve(name);
    }

    /** Closing the file gives the lock back; so does the end of the process, however it comes. */
    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
