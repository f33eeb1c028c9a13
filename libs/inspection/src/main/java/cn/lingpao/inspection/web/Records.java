package cn.lingpao.inspection.web;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

/** Where everything that was seen is kept. */
public interface Records {

    /** Keeps an exchange; one without an answer as a note about its failure. Returns the SHA-256 of the payload, hex. */
    String keep(Exchange exchange);

    /** Keeps what a program made of a page, for example a screenshot. Returns the SHA-256 of the bytes, hex. */
    String keep(URI about, Instant at, String mediaType, byte[] bytes);

    /** Keeps named facts about an address. Returns the SHA-256 of their text, hex. */
    String note(URI about, Instant at, Map<String, String> facts);
}
