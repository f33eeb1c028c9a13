package cn.lingpao.standalone.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.oauth2.jwt.JwtDecoders;

class IssuerTest {

    private static final String CALLBACK = "http://localhost:7777/login/oauth2/code/lingpao";
    private static final String VERIFIER = "a-verifier-of-the-right-length-for-a-proof-key-0123456789";

    @TempDir
    Path folder;

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private String issuer = "";
    private ConfigurableApplicationContext context;

    @BeforeEach
    void start() throws Exception {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        start(port);
    }

    @AfterEach
    void stop() {
        context.close();
    }

    @Test
    void the_command_line_gets_all_its_roles_or_those_it_asks_for() throws Exception {
        assertThat(roles(commandLineToken(""))).containsExactlyInAnyOrderElementsOf(Clients.CLI_ROLES);
        assertThat(roles(commandLineToken("&scope=collector"))).containsExactly("collector");
    }

    @Test
    void a_program_that_collects_gets_that_role_only_and_no_name_of_a_user() throws Exception {
        var answer = post("/oauth2/token", "grant_type=client_credentials", "my-collector:its:secret");
        String token = find(answer.body(), "\"access_token\":\"([^\"]+)\"");
        assertThat(roles(token)).containsExactly("collector");
        assertThat(SignedJWT.parse(token).getJWTClaimsSet().getSubject()).isEqualTo("my-collector");
        assertThat(SignedJWT.parse(token).getJWTClaimsSet().getClaim("preferred_username"))
                .isNull();
        assertThat(post("/oauth2/token", "grant_type=client_credentials&scope=administrator", "my-collector:its:secret")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_wrong_secret_gets_nothing() throws Exception {
        assertThat(post("/oauth2/token", "grant_type=client_credentials", "lingpao-cli:guessed")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_token_outlives_a_restart() throws Exception {
        String token = commandLineToken("");
        context.close();
        start(URI.create(issuer).getPort());
        assertThat(JwtDecoders.fromIssuerLocation(issuer).decode(token).getSubject())
                .isEqualTo("lingpao-cli");
    }

    @Test
    void a_reviewer_signs_in_on_the_page_and_the_portal_gets_a_token_with_that_role() throws Exception {
        String page = get("/login").body();
        assertThat(page).contains("演示用户", "Demo users", "reviewer-2");
        String csrf = find(page, "name=\"_csrf\" value=\"([^\"]+)\"");
        var signedIn = post("/login", "username=reviewer-2&password=reviewer-2&_csrf=" + encoded(csrf), "");
        assertThat(signedIn.statusCode()).isEqualTo(302);

        String location = get(authorization()).headers().firstValue("Location").orElseThrow();
        String code = find(location, "code=([^&]+)");
        var answer = post(
                "/oauth2/token",
                "grant_type=authorization_code&client_id=lingpao-portal&code=" + code + "&code_verifier=" + VERIFIER
                        + "&redirect_uri=" + encoded(CALLBACK),
                "");

        String token = find(answer.body(), "\"access_token\":\"([^\"]+)\"");
        assertThat(roles(token)).containsExactly("reviewer");
        assertThat(SignedJWT.parse(token).getJWTClaimsSet().getStringClaim("preferred_username"))
                .isEqualTo("reviewer-2");
    }

    @Test
    void a_wrong_password_comes_back_with_a_message() throws Exception {
        String csrf = find(get("/login").body(), "name=\"_csrf\" value=\"([^\"]+)\"");
        var refused = post("/login", "username=judge&password=x&_csrf=" + encoded(csrf), "");
        assertThat(refused.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login?error"));
        assertThat(get("/login?error").body()).contains("用户名或密码不正确");
    }

    private void start(int port) {
        issuer = "http://localhost:" + port;
        context = SpringApplication.run(
                IssuerApplication.class,
                "--spring.config.name=issuer",
                "--spring.main.banner-mode=off",
                "--server.port=" + port,
                "--issuer.uri=" + issuer,
                "--issuer.folder=" + folder,
                "--issuer.cli-secret=secret",
                "--issuer.portal-secret=secret",
                "--issuer.collectors=my-collector:its:secret",
                "--issuer.portal-uris=http://localhost:7777");
    }

    private String authorization() throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
        return "/oauth2/authorize?response_type=code&client_id=lingpao-portal&scope=openid&state=s&redirect_uri="
                + encoded(CALLBACK) + "&code_challenge_method=S256&code_challenge="
                + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    private String commandLineToken(String scope) throws Exception {
        var answer = post("/oauth2/token", "grant_type=client_credentials" + scope, "lingpao-cli:secret");
        return find(answer.body(), "\"access_token\":\"([^\"]+)\"");
    }

    private static List<String> roles(String token) throws Exception {
        return SignedJWT.parse(token).getJWTClaimsSet().getStringListClaim("roles");
    }

    private HttpResponse<String> get(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(issuer + path))
                .header("Accept", "text/html")
                .build();
        return browser.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String form, String credentials) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(issuer + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        if (!credentials.isEmpty()) {
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes()));
        }
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String find(String text, String pattern) {
        var matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group(1);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
