package cn.lingpao.testsupport;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;

/** An OpenID Connect issuer for tests: real discovery, real keys, real signatures. Pass {@link #uri()} as ISSUER_URI. */
public final class TestIssuer implements AutoCloseable {

    private final HttpServer server;
    private final RSAKey key;

    private TestIssuer(HttpServer server, RSAKey key) {
        this.server = server;
        this.key = key;
    }

    public static TestIssuer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            TestIssuer issuer = new TestIssuer(
                    server, new RSAKeyGenerator(2048).keyID("test").generate());
            issuer.serve("/.well-known/openid-configuration", issuer.discovery());
            issuer.serve("/jwks", new JWKSet(issuer.key.toPublicJWK()).toString());
            server.createContext("/token", issuer::grant);
            server.start();
            return issuer;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public String uri() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** A token of a user with these roles, valid for an hour. */
    public String token(String user, String... roles) {
        return signed(user, new JWTClaimsSet.Builder().claim("preferred_username", user), roles);
    }

    /** A token of a program's client credentials with these roles, valid for an hour: it names no user. */
    public String programToken(String client, String... roles) {
        return signed(client, new JWTClaimsSet.Builder().claim("client_id", client), roles);
    }

    private String signed(String subject, JWTClaimsSet.Builder claims, String... roles) {
        Instant now = Instant.now();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                claims.issuer(uri())
                        .subject(subject)
                        .claim("roles", List.of(roles))
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(Duration.ofHours(1))))
                        .build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
        return token.serialize();
    }

    /** The value of an Authorization header. */
    public String bearer(String user, String... roles) {
        return "Bearer " + token(user, roles);
    }

    private String discovery() {
        return """
                {"issuer":"%1$s","jwks_uri":"%1$s/jwks","authorization_endpoint":"%1$s/authorize",
                "token_endpoint":"%1$s/token","response_types_supported":["code"],
                "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"]}""".formatted(uri());
    }

    /** Client credentials (RFC 6749 section 4.4): any client gets a token, its secret is its role. */
    private void grant(HttpExchange exchange) throws IOException {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        String[] pair = new String(
                        Base64.getDecoder().decode(header.substring("Basic ".length())), StandardCharsets.UTF_8)
                .split(":");
        answer(
                exchange,
                "{\"access_token\":\"%s\",\"expires_in\":3600}"
                        .formatted(signed(pair[0], new JWTClaimsSet.Builder(), pair[1])));
    }

    private void serve(String path, String json) {
        server.createContext(path, exchange -> answer(exchange, json));
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
