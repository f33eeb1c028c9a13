package cn.lingpao.servicesupport;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Who sent a request, as the token says. */
public final class Caller {

    private Caller() {}

    /** The user name where the token has one, else its subject; {@code public} without a token. */
    public static String name(@Nullable Authentication authentication) {
        if (authentication instanceof JwtAuthenticationToken token) {
            String name = token.getToken().getClaimAsString("preferred_username");
            return name == null ? token.getName() : name;
        }
        return "public";
    }

    public static boolean has(@Nullable Authentication authentication, String role) {
        return authentication != null
                && authentication.getAuthorities().stream()
                        .anyMatch(granted -> ("ROLE_" + role).equals(granted.getAuthority()));
    }
}
