package cn.lingpao.standalone.issuer;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The clients of the development issuer: the operators' command line, the portal, and programs that collect. */
final class Clients {

    static final String CLI = "lingpao-cli";
    static final String PORTAL = "lingpao-portal";

    /** What the command line may do; it narrows its token by asking for some of these as scopes. */
    static final List<String> CLI_ROLES =
            List.of("administrator", "collector", "reviewer", "judge", "publisher", "auditor");

    private static final Duration TOKEN_LIFE = Duration.ofHours(1);
    private static final Duration SESSION_LIFE = Duration.ofHours(10);

    private Clients() {}

    static RegisteredClient cli(String secret, PasswordEncoder passwords) {
        return RegisteredClient.withId(CLI)
                .clientId(CLI)
                .clientSecret(passwords.encode(secret))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> scopes.addAll(CLI_ROLES))
                .tokenSettings(tokens())
                .build();
    }

    /** A program that collects: its client id is the name in which it delivers, its only role is collector. */
    static RegisteredClient collector(CollectorClient collector, PasswordEncoder passwords) {
        return RegisteredClient.withId(collector.name())
                .clientId(collector.name())
                .clientSecret(passwords.encode(collector.secret()))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scope("collector")
                .tokenSettings(tokens())
                .build();
    }

    static RegisteredClient portal(String secret, List<String> uris, PasswordEncoder passwords) {
        return RegisteredClient.withId(PORTAL)
                .clientId(PORTAL)
                .clientSecret(passwords.encode(secret))
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUris(allowed -> uris.stream()
                        .flatMap(uri -> Stream.of("lingpao", PORTAL).map(id -> uri + "/login/oauth2/code/" + id))
                        .forEach(allowed::add))
                .postLogoutRedirectUris(allowed -> uris.forEach(uri -> {
                    allowed.add(uri);
                    allowed.add(uri + "/");
                }))
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(tokens())
                .build();
    }

    private static TokenSettings tokens() {
        return TokenSettings.builder()
                .accessTokenTimeToLive(TOKEN_LIFE)
                .refreshTokenTimeToLive(SESSION_LIFE)
                .build();
    }
}
