package cn.lingpao.servicesupport;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Who sent a request, as the token says. */
public final class Caller {

    private static final String USER = "preferred_username";
    private static final String SERVICE_ACCOUNT = "service-account-";

    private Caller() {}

    /**
     * The user name where the token has one; of a program its client id, which is the subject of its token (RFC 9068) or what
     * follows {@code service-account-} in the name that Keycloak gives it; {@code public} without a token.
     */
    public static String name(@Nullable Authentication authentication) {
        if (authentication instanceof JwtAuthenticationToken token) {
            String name = token.getToken().getClaimAsString(USER);
            if (name == null) {
                return token.getName();
            }
            return isServiceAccount(token.getToken()) ? name.substring(SERVICE_ACCOUNT.length()) : name;
        }
        return "public";
    }

    /** Whether a program calls by its client credentials: its token names no user, or Keycloak's service account of a client. */
    public static boolean isProgram(@Nullable Authentication authentication) {
        return authentication instanceof JwtAuthenticationToken token
                && (!token.getToken().hasClaim(USER) || isServiceAccount(token.getToken()));
    }

    /** A user could take such a name; that it is the client's own account is told by the client id beside it. */
    private static boolean isServiceAccount(Jwt token) {
        String name = token.getClaimAsString(USER);
        return Stream.of("client_id", "azp")
                .map(token::getClaimAsString)
                .anyMatch(client -> client != null && (SERVICE_ACCOUNT + client).equals(name));
    }

    public static boolean has(@Nullable Authentication authentication, String role) {
        return authentication != null
                && authentication.getAuthorities().stream()
                        .anyMatch(granted -> ("ROLE_" + role).equals(granted.getAuthority()));
    }
}
