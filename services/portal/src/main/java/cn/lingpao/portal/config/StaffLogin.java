package cn.lingpao.portal.config;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** Name and roles of who signed in, read from the token that the services will see: both always say the same. */
final class StaffLogin implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private static final String NAME = "preferred_username";

    private final JwtDecoder tokens;

    StaffLogin(JwtDecoder tokens) {
        this.tokens = tokens;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        Jwt token = decoded(request.getAccessToken().getTokenValue());
        String subject = request.getIdToken().getSubject();
        String name = Objects.requireNonNullElse(token.getClaimAsString(NAME), subject);
        OidcUserInfo person = new OidcUserInfo(Map.of("sub", subject, NAME, name));
        return new DefaultOidcUser(roles(token), request.getIdToken(), person, NAME);
    }

    private Jwt decoded(String token) {
        try {
            return tokens.decode(token);
        } catch (JwtException unreadable) {
            throw new OAuth2AuthenticationException(
                    new OAuth2Error("unreadable_token", "the issuer's access token cannot be read", null), unreadable);
        }
    }

    private static Collection<? extends GrantedAuthority> roles(Jwt token) {
        List<String> roles = token.hasClaim("roles") ? token.getClaimAsStringList("roles") : List.of();
        return Stream.ofNullable(roles)
                .flatMap(List::stream)
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
    }
}
