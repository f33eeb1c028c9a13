package cn.lingpao.contracts;

import java.time.Instant;

/**
 * A version of a framework became immutable. Carries the document itself, so that every service reads the same text.
 *
 * @param ref {@code id@version}
 * @param hash SHA-256 of the document's UTF-8 bytes, lower-case hexadecimal
 * @param document the framework as written, YAML
 */
public record FrameworkPublished(String ref, Text name, String hash, String document, Instant publishedAt)
        implements DomainEvent {

    @Override
    public String key() {
        return ref;
    }
}
