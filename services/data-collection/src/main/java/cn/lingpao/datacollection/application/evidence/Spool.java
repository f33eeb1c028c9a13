package cn.lingpao.datacollection.application.evidence;

import cn.lingpao.datacollection.domain.evidence.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/** Bytes on their way in: in a file of their own, hashed as they came, gone when closed. */
public record Spool(Path file, long size, Sha256 sha256) implements AutoCloseable {

    /**
     * Takes bytes in without holding them in memory.
     *
     * @throws TooLarge when there are more than {@code most}
     */
    public static Spool of(InputStream bytes, long most) throws IOException {
        Path file = Files.createTempFile("lingpao-evidence", null);
        boolean done = false;
        try (OutputStream out = Files.newOutputStream(file)) {
            MessageDigest digest = Sha256.digest();
            byte[] buffer = new byte[1 << 16];
            long size = 0;
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                size += read;
                if (size > most) {
                    throw new TooLarge(most);
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
            done = true;
            return new Spool(file, size, Sha256.of(digest.digest()));
        } finally {
            if (!done) {
                Files.deleteIfExists(file);
            }
        }
    }

    public InputStream open() throws IOException {
        return Files.newInputStream(file);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }

    /** More bytes came than may be kept. */
    public static final class TooLarge extends IOException {

        private static final long serialVersionUID = 1L;

        TooLarge(long most) {
            super("one piece of evidence has at most " + most + " bytes");
        }
    }
}
