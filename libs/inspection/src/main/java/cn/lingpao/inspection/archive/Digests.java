package cn.lingpao.inspection.archive;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in hex: the name of a piece of evidence everywhere. */
public final class Digests {

    /** Before a digest in a WARC header; hex, because padded base32 is no token of the standard's grammar. */
    static final String ALGORITHM = "sha256:";

    private Digests() {}

    public static String sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
