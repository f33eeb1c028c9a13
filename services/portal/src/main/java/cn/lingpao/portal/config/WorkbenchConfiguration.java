package cn.lingpao.portal.config;

import cn.lingpao.portal.fieldwork.HttpFieldwork;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.client.OAuth2ClientHttpRequestInterceptor;
import org.springframework.web.client.RestClient;

/** Wires the workbench to the services, each request with the token of whom it serves. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LoginProperties.class)
public class WorkbenchConfiguration {

    /** The issuer is asked at the first sign-in, and again as long as it does not answer: it may start later. */
    @Bean
    ClientRegistrationRepository issuer(LoginProperties login, PortalProperties portal, RestClient.Builder clients) {
        RestClient http = clients.clone()
                .requestFactory(requests(portal, portal.readTimeout()))
                .build();
        return new SupplierClientRegistrationRepository(() -> Issuer.registrations(login, http));
    }

    @Bean
    OAuth2AuthorizedClientRepository tokens() {
        return new HttpSessionOAuth2AuthorizedClientRepository();
    }

    @Bean
    OAuth2AuthorizedClientManager tokenManager(
            ClientRegistrationRepository issuer, OAuth2AuthorizedClientRepository tokens) {
        DefaultOAuth2AuthorizedClientManager manager = new DefaultOAuth2AuthorizedClientManager(issuer, tokens);
        manager.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder()
                .authorizationCode()
                .refreshToken()
                .build());
        return manager;
    }

    @Bean
    HttpFieldwork fieldwork(
            LoginProperties login,
            PortalProperties portal,
            RestClient.Builder clients,
            OAuth2AuthorizedClientManager manager,
            OAuth2AuthorizedClientRepository tokens) {
        OAuth2ClientHttpRequestInterceptor token = new OAuth2ClientHttpRequestInterceptor(manager);
        token.setClientRegistrationIdResolver(request -> Issuer.REGISTRATION);
        token.setAuthorizationFailureHandler(OAuth2ClientHttpRequestInterceptor.authorizationFailureHandler(tokens));
        RestClient.Builder relayed = clients.clone()
                .requestFactory(requests(portal, login.readTimeout()))
                .requestInterceptor(token);
        RestClient.Builder downloads = relayed.clone().requestFactory(downloads(portal, login.readTimeout()));
        return new HttpFieldwork(
                service(relayed, login.registry()),
                service(relayed, login.collection()),
                service(relayed, login.review()),
                service(downloads, login.collection()));
    }

    private static RestClient service(RestClient.Builder clients, URI address) {
        return clients.clone().baseUrl(address.toString()).build();
    }

    private static JdkClientHttpRequestFactory requests(PortalProperties portal, Duration readTimeout) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(portal.connectTimeout()).build());
        requests.setReadTimeout(readTimeout);
        return requests;
    }

    /** The timeout of the JDK's newer client would end with the whole body, that of the older one with a pause in it. */
    static SimpleClientHttpRequestFactory downloads(PortalProperties portal, Duration longestPause) {
        SimpleClientHttpRequestFactory downloads = new SimpleClientHttpRequestFactory();
        downloads.setConnectTimeout(portal.connectTimeout());
        downloads.setReadTimeout(longestPause);
        return downloads;
    }
}
