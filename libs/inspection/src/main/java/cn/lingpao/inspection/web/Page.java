package cn.lingpao.inspection.web;

import java.nio.charset.Charset;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * A capture read as HTML.
 *
 * @param capture what was read
 * @param text its characters
 * @param document parsed, links relative to the page's base
 * @param encoding how bytes became characters
 */
public record Page(Capture capture, String text, Document document, Encoding encoding) {

    /**
     * How bytes became characters: bytes decide over declarations.
     *
     * @param used what decoded the page
     * @param header what the Content-Type declares
     * @param meta what the page itself declares
     * @param clean whether every byte sequence was a character of {@code used}
     */
    public record Encoding(Charset used, Optional<String> header, Optional<String> meta, boolean clean) {

        /** The wrong or missing declaration in a sentence; empty when every declaration is right. */
        public Optional<String> complaint() {
            return Decoding.complaint(this);
        }
    }

    private static final int FEW = 20;

    /** Whether it is text at all: noise is what other bytes give when they are read as characters. */
    public boolean legible() {
        long noise = text.chars()
                .filter(character -> character == '\uFFFD' || character < ' ' && "\t\n\r\f".indexOf(character) < 0)
                .count();
        return noise < FEW || noise * 20 < text.length();
    }

    /** The characters of any text, found from its bytes alone. */
    public static String text(byte[] bytes) {
        return Decoding.of(bytes, Optional.empty()).text();
    }

    /** Decodes and parses a body; any bytes give a page. */
    public static Page of(Capture capture) {
        Decoding.Decoded decoded = Decoding.of(capture.body(), capture.header("Content-Type"));
        Document document = Jsoup.parse(decoded.text(), capture.url().toString());
        return new Page(capture, decoded.text(), document, decoded.encoding());
    }
}
