package cn.lingpao.portal;

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
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An OpenID provider with a login page: whoever gives a name is that person, with the role the name begins with
 * and, as at many providers, one that means something to the provider only.
 */
final class StubIssuer {

    private final HttpServer server;
    private final RSAKey key;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();

    StubIssuer() {
        try {
            key = new RSAKeyGenerator(2048).keyID("test").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestURI().getPath()) {
            case "/.well-known/openid-configuration" -> send(exchange, "application/json", metadata());
            case "/jwks" -> send(exchange, "application/json", new JWKSet(key.toPublicJWK()).toString());
            case "/authorize" ->
                authorize(exchange, parameters(exchange.getRequestURI().getRawQuery()));
            case "/token" ->
                token(
                        exchange,
                        parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII)));
            case "/logout" ->
                redirect(
                        exchange,
                        parameters(exchange.getRequestURI().getRawQuery()).get("post_logout_redirect_uri"));
            default -> send(exchange, "text/plain", "?");
        }
    }

    private String metadata() {
        return """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/jwks", "end_session_endpoint": "%1$s/logout", "subject_types_supported": ["public"],
                 "response_types_supported": ["code"], "id_token_signing_alg_values_supported": ["RS256"]}""".formatted(url());
    }

    private void authorize(HttpExchange exchange, Map<String, String> asked) throws IOException {
        String user = asked.get("user");
        if (user == null) {
            StringBuilder form = new StringBuilder("<!doctype html><html lang=zh><title>login</title><form>");
            asked.forEach(
                    (name, value) -> form.append("<input type=hidden name='%s' value='%s'>".formatted(name, value)));
            send(
                    exchange,
                    "text/html",
                    form + "<label>user <input name=user autofocus></label><button>go</button></form>");
            return;
        }
        String code = "code-" + codes.size();
        codes.put(code, asked);
        redirect(exchange, asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
    }

    private void token(HttpExchange exchange, Map<String, String> asked) throws IOException {
        Map<String, String> login = codes.remove(asked.get("code"));
        String user = login.get("user");
        send(exchange, "application/json", """
                {"access_token": "%s", "id_token": "%s", "token_type": "Bearer", "expires_in": 3600}""".formatted(
                        signed(claims(user)
                                .claim("roles", List.of(user.replaceAll("-\\d+$", ""), "offline_access"))
                                .build()),
                        signed(claims(user)
                                .audience("lingpao-portal")
                                .claim("nonce", login.get("nonce"))
                                .build())));
    }

    private JWTClaimsSet.Builder claims(String user) {
        return new JWTClaimsSet.Builder()
                .issuer(url())
                .subject("subject of " + user)
                .claim("preferred_username", user)
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(3600)));
    }

    private String signed(JWTClaimsSet claims) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(), claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> found = new HashMap<>();
        for (String pair : query.split("&")) {
            String[] parts = pair.split("=", 2);
            found.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return found;
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private static void send(HttpExchange exchange, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + ";charset=UTF-8");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
