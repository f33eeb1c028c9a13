package cn.lingpao.inspection.archive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of an answer for the archive: as received, except that fields about the framing of the body which are not true
 * of the body as it is kept (chunks, the length of a body cut off) carry {@code X-Archive-Orig-} before their name.
 */
final class HttpHead {

    private static final Pattern CHUNKS = Pattern.compile("(?im)^(?=transfer-encoding[ \\t]*:)");
    private static final Pattern LENGTH = Pattern.compile("(?im)^(?=content-length[ \\t]*:)");
    private static final Pattern ANNOUNCED = Pattern.compile("(?im)^content-length[ \\t]*:[ \\t]*(\\d+)[ \\t]*\\r?$");

    private HttpHead() {}

    static byte[] of(byte[] response, int payload, boolean truncated) {
        String head = new String(Arrays.copyOf(response, end(response)), StandardCharsets.ISO_8859_1);
        boolean isChunked = CHUNKS.matcher(head).find();
        String kept = isChunked ? CHUNKS.matcher(head).replaceAll("X-Archive-Orig-") : head;
        Matcher announced = ANNOUNCED.matcher(kept);
        if (announced.find()
                && !announced.group(1).replaceFirst("^0+(?=\\d)", "").equals(String.valueOf(payload))) {
            kept = LENGTH.matcher(kept).replaceAll("X-Archive-Orig-");
        } else if (isChunked && !truncated && !LENGTH.matcher(kept).find()) {
            int lastLine = kept.endsWith("\r\n\r\n") ? kept.length() - 2 : kept.length() - 1;
            kept = kept.substring(0, lastLine) + "Content-Length: " + payload + "\r\n" + kept.substring(lastLine);
        }
        return kept.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Where the empty line ends; everything when there is none. */
    static int end(byte[] response) {
        for (int index = 0; index < response.length; index++) {
            if (response[index] == '\n') {
                int next = index + 1;
                if (next < response.length && response[next] == '\n') {
                    return next + 1;
                }
                if (next + 1 < response.length && response[next] == '\r' && response[next + 1] == '\n') {
                    return next + 2;
                }
            }
        }
        return response.length;
    }
}
