package cn.lingpao.collectorclient;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * As whom a program calls: a client of an OpenID Connect issuer, or whoever holds a token.
 *
 * @param issuer where the client gets its tokens; null for a token that is used as it is
 * @param client its id; by it the platform knows the collector
 */
public record Credentials(@Nullable URI issuer, String client, String secret) {

    /** A client of this issuer, whose token endpoint is found by discovery. */
    public static Credentials of(URI issuer, String client, String secret) {
        return new Credentials(issuer, client, secret);
    }

    /** A token as it is, for as long as it is accepted. */
    public static Credentials token(String token) {
        return new Credentials(null, "", token);
    }

    @Override
    public String toString() {
        return "Credentials[" + client + "]";
    }
}
