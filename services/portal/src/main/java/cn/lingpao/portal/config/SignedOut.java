package cn.lingpao.portal.config;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Signs out at the issuer too (OpenID Connect RP-Initiated Logout 1.0). The page itself leads there, for our content
 * security policy lets no form end at another host.
 */
final class SignedOut implements LogoutSuccessHandler {

    private final ClientRegistrationRepository issuer;

    SignedOut(ClientRegistrationRepository issuer) {
        this.issuer = issuer;
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication person)
            throws IOException, ServletException {
        if (person != null && person.getPrincipal() instanceof OidcUser user) {
            String home = ServletUriComponentsBuilder.fromContextPath(request).build() + "/";
            endOfSession(user, home).ifPresent(end -> request.setAttribute("endOfSession", end));
        }
        request.getRequestDispatcher("/workbench/signed-out").forward(request, response);
    }

    private Optional<String> endOfSession(OidcUser user, String home) {
        return Optional.ofNullable(issuer.findByRegistrationId(Issuer.REGISTRATION))
                .map(ClientRegistration::getProviderDetails)
                .map(provider -> provider.getConfigurationMetadata().get("end_session_endpoint"))
                .map(end -> UriComponentsBuilder.fromUriString(end.toString())
                        .queryParam("id_token_hint", "{token}")
                        .queryParam("post_logout_redirect_uri", "{home}")
                        .encode()
                        .buildAndExpand(user.getIdToken().getTokenValue(), home)
                        .toUriString());
    }
}
