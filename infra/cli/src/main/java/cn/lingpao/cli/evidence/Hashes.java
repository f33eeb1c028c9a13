package cn.lingpao.cli.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes of bytes as they are read, in lower-case hexadecimal. */
public final class Hashes {

    private Hashes() {}

    public static String sha256(InputStream bytes) throws IOException {
        try {
            return hex(MessageDigest.getInstance("SHA-256"), bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String hex(MessageDigest digest, InputStream bytes) throws IOException {
        byte[] buffer = new byte[1 << 16];
        for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
            digest.update(buffer, 0, read);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
