package cn.lingpao.portal.config;

import java.util.Map;
import java.util.Objects;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.web.client.RestClient;

/** The portal as the issuer knows it, from what the issuer says about itself when somebody first signs in. */
final class Issuer {

    /** Part of the address that the issuer sends a browser back to: {@code /login/oauth2/code/lingpao-portal}. */
    static final String REGISTRATION = "lingpao-portal";

    private Issuer() {}

    static InMemoryClientRegistrationRepository registrations(LoginProperties login, RestClient http) {
        Map<String, Object> metadata = Objects.requireNonNull(http.get()
                .uri(withoutSlash(login.issuerInside()) + "/.well-known/openid-configuration")
                .retrieve()
                .body(new ParameterizedTypeReference<>() {}));
        String named = String.valueOf(metadata.get("issuer"));
        if (!withoutSlash(named).equals(withoutSlash(login.issuer()))) {
            throw new IllegalStateException(
                    "the issuer calls itself " + named + ", and ISSUER_URI says " + login.issuer());
        }
        ClientRegistration portal = ClientRegistrations.fromOidcConfiguration(metadata)
                .registrationId(REGISTRATION)
                .clientId(login.clientId())
                .clientSecret(login.clientSecret())
                .scope(OidcScopes.OPENID, OidcScopes.PROFILE)
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .build();
        return new InMemoryClientRegistrationRepository(portal);
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
}
