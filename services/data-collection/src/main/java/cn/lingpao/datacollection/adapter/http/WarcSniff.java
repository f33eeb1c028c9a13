package cn.lingpao.datacollection.adapter.http;

import cn.lingpao.datacollection.application.evidence.Spool;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Tells a web archive, which is taken apart, from a file, which is kept whole. */
final class WarcSniff {

    private static final String MAGIC = "WARC/1.";

    private WarcSniff() {}

    /** An archive is what is declared as one, or begins as one and is not said to be of a kind. */
    static boolean isArchive(Spool bytes, @Nullable String declaredType, boolean saysKind) throws IOException {
        String declared = declaredType == null ? "" : declaredType.toLowerCase(Locale.ROOT);
        return declared.startsWith("application/warc") || !saysKind && begins(bytes);
    }

    private static boolean begins(Spool bytes) throws IOException {
        try (InputStream plain = bytes.open()) {
            if (isMagic(plain)) {
                return true;
            }
        }
        try (InputStream folded = bytes.open();
                InputStream unfolded = new GZIPInputStream(folded)) {
            return isMagic(unfolded);
        } catch (IOException notGzip) {
            return false;
        }
    }

    private static boolean isMagic(InputStream bytes) throws IOException {
        return new String(bytes.readNBytes(MAGIC.length()), StandardCharsets.ISO_8859_1).equals(MAGIC);
    }
}
