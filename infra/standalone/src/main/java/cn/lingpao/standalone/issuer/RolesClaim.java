package cn.lingpao.standalone.issuer;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.oidc.StandardClaimNames;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * Puts the roles of a user, or of the command line, into every token as the claim {@code roles}. A user's token has {@code
 * preferred_username} too: by it the services know a person from a program.
 */
final class RolesClaim implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private static final String PREFIX = "ROLE_";

    @Override
    public void customize(JwtEncodingContext context) {
        boolean program = AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType());
        Collection<String> roles = program ? ofClient(context.getAuthorizedScopes()) : ofUser(context.getPrincipal());
        context.getClaims().claim("roles", List.copyOf(roles));
        if (!program) {
            context.getClaims()
                    .claim(
                            StandardClaimNames.PREFERRED_USERNAME,
                            context.getPrincipal().getName());
        }
    }

    private static Collection<String> ofClient(Set<String> scopes) {
        return scopes.isEmpty() ? Clients.CLI_ROLES : scopes;
    }

    private static Collection<String> ofUser(Authentication user) {
        return user.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority != null && authority.startsWith(PREFIX))
                .map(authority -> authority.substring(PREFIX.length()))
                .toList();
    }
}
