package cn.lingpao.portal.config;

import static org.springframework.http.HttpMethod.POST;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;

/** Who may enter the workbench. Only what lies below {@code /workbench} has a session; the public pages have none. */
@Configuration(proxyBeanMethods = false)
public class LoginConfiguration {

    private static final String SIGN_IN = "/workbench/sign-in";
    private static final RequestHeaderRequestMatcher BY_SCRIPT =
            new RequestHeaderRequestMatcher("X-Requested-With", "XMLHttpRequest");

    @Bean
    @Order(1)
    SecurityFilterChain workbench(
            HttpSecurity http,
            ClientRegistrationRepository issuer,
            OAuth2AuthorizedClientRepository tokens,
            JwtDecoder decoder) {
        return http.securityMatcher("/workbench", "/workbench/**", "/login/oauth2/code/*")
                .authorizeHttpRequests(LoginConfiguration::rules)
                .oauth2Login(login -> login.clientRegistrationRepository(issuer)
                        .authorizedClientRepository(tokens)
                        .loginPage(SIGN_IN + "/" + Issuer.REGISTRATION)
                        .authorizationEndpoint(start -> start.baseUri(SIGN_IN))
                        .userInfoEndpoint(user -> user.oidcUserService(new StaffLogin(decoder)))
                        .defaultSuccessUrl("/workbench")
                        .failureUrl("/workbench/not-signed-in"))
                .logout(out -> out.logoutRequestMatcher(
                                PathPatternRequestMatcher.withDefaults().matcher(POST, "/workbench/sign-out"))
                        .logoutSuccessHandler(new SignedOut(issuer)))
                .requestCache(cache -> cache.requestCache(wayBack()))
                .exceptionHandling(LoginConfiguration::refusals)
                .build();
    }

    /** Remembers the page that somebody wanted before he signed in, and leaves its address as it was. */
    private static RequestCache wayBack() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                .permitAll();
        rules.requestMatchers("/workbench/not-signed-in", "/workbench/signed-out")
                .permitAll();
        rules.requestMatchers("/workbench").authenticated();
        rules.requestMatchers(POST, "/workbench/*/tasks/*/*/claim").hasAnyRole("collector", "reviewer");
        rules.requestMatchers("/workbench/*/observe").hasRole("collector");
        rules.requestMatchers(POST, "/workbench/*/tasks/*/*/return")
                .hasAnyRole("collector", "reviewer", "administrator");
        rules.requestMatchers("/workbench/*/evidence/export")
                .hasAnyRole("reviewer", "arbiter", "auditor", "administrator");
        rules.requestMatchers("/workbench/*/evidence", "/workbench/*/evidence/**")
                .hasAnyRole("collector", "reviewer", "arbiter", "auditor", "administrator");
        rules.anyRequest().hasAnyRole("collector", "reviewer", "auditor", "administrator");
    }

    /** A browser is sent to the issuer; a script is told, for it cannot follow. */
    private static void refusals(ExceptionHandlingConfigurer<HttpSecurity> refusals) {
        refusals.defaultAuthenticationEntryPointFor(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), BY_SCRIPT)
                .defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint(SIGN_IN + "/" + Issuer.REGISTRATION),
                        AnyRequestMatcher.INSTANCE)
                .accessDeniedHandler((request, response, refusal) -> request.getRequestDispatcher(
                                refusal instanceof CsrfException ? "/workbench/stale" : "/workbench/wrong-role")
                        .forward(request, response));
    }
}
