package cn.lingpao.portal.workbench;

import cn.lingpao.portal.fieldwork.Fieldwork.Download;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * The beginning of a captured text, to be read and never to be run.
 *
 * @param charset how its bytes were read
 * @param cut whether more follows
 */
public record Excerpt(String text, String charset, boolean cut) {

    private static final int MOST = 64 * 1024;

    static boolean isText(String type) {
        return type.startsWith("text/") || type.contains("xml") || type.contains("json") || type.contains("javascript");
    }

    static Excerpt of(Download download, long size) {
        try {
            byte[] bytes = download.first(MOST);
            Charset charset = fits(bytes, StandardCharsets.UTF_8) ? StandardCharsets.UTF_8 : Charset.forName("GB18030");
            return new Excerpt(new String(bytes, charset), charset.name(), size > bytes.length);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A character that the cut goes through is no fault. */
    private static boolean fits(byte[] bytes, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder();
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), CharBuffer.allocate(bytes.length + 1), false);
        return !result.isError();
    }
}
