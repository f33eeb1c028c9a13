package cn.lingpao.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** An OpenID provider that issues whatever token a test asks for. */
final class StubIssuer implements AutoCloseable {

    private final StubService server = new StubService("issuer");
    private final RSAKey key = newKey();

    StubIssuer() {
        String keys = new JWKSet(key.toPublicJWK()).toString();
        String metadata = """
                {"issuer": "%1$s", "jwks_uri": "%1$s/jwks", "subject_types_supported": ["public"]}""".formatted(url());
        server.behaves(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            StubService.send(exchange, 200, exchange.getRequestURI().getPath().equals("/jwks") ? keys : metadata);
        });
    }

    String url() {
        return server.url();
    }

    String token(String subject, String... roles) {
        return sign(key, subject, Instant.now().plusSeconds(600), roles);
    }

    String expiredToken(String subject, String... roles) {
        return sign(key, subject, Instant.now().minusSeconds(600), roles);
    }

    String forgedToken(String subject, String... roles) {
        return sign(newKey(), subject, Instant.now().plusSeconds(600), roles);
    }

    private String sign(RSAKey signer, String subject, Instant until, String... roles) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(url())
                .subject(subject)
                .expirationTime(Date.from(until))
                .claim("roles", List.of(roles))
                .build();
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        try {
            jwt.sign(new RSASSASigner(signer));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
