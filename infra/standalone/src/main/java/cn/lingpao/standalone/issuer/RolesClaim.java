package cn.lingpao.standalone.issuer;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * Puts the roles of a user, or of a client that acts for itself, into every token as the claim {@code roles}, and the name of
 * the user, by which services tell people from programs.
 */
final class RolesClaim implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private static final String PREFIX = "ROLE_";

    @Override
    public void customize(JwtEncodingContext context) {
        boolean program = AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType());
        Collection<String> roles = program ? ofClient(context) : ofUser(context.getPrincipal());
        if (!program) {
            context.getClaims()
                    .claim("preferred_username", context.getPrincipal().getName());
        }
        context.getClaims().claim("roles", List.copyOf(roles));
    }

    private static Collection<String> ofClient(JwtEncodingContext context) {
        Set<String> asked = context.getAuthorizedScopes();
        return asked.isEmpty() ? context.getRegisteredClient().getScopes() : asked;
    }

    private static Collection<String> ofUser(Authentication user) {
        return user.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority != null && authority.startsWith(PREFIX))
                .map(authority -> authority.substring(PREFIX.length()))
                .toList();
    }
}
