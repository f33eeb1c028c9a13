package cn.lingpao.gateway.config;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import cn.lingpao.gateway.http.ClientLimits;
import cn.lingpao.gateway.http.IssuerOutage;
import cn.lingpao.servicesupport.ProblemWriter;
import jakarta.servlet.DispatcherType;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who may pass where, coarsely by path; every service decides again for itself. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String CAMPAIGN = "/api/v1/campaigns/*";

    @Bean
    SecurityFilterChain gatewaySecurity(
            HttpSecurity http, ProblemWriter problems, ClientLimits limits, GatewayProperties properties) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.referrerPolicy(
                        referrer -> referrer.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN)))
                .authorizeHttpRequests(SecurityConfiguration::rules)
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(unauthorized(problems))
                        .accessDeniedHandler(forbidden(problems))
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(roles())))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(unauthorized(problems))
                        .accessDeniedHandler(forbidden(problems)))
                .addFilterBefore(
                        new IssuerOutage(problems, properties.retryAfter()), BearerTokenAuthenticationFilter.class)
                .addFilterBefore(limits, AuthorizationFilter.class)
                .build();
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                .permitAll();
        openToAll(rules);
        allow(rules, POST, "/api/v1/frameworks", "administrator");
        allow(rules, POST, "/api/v1/campaigns", "administrator");
        allow(rules, POST, CAMPAIGN + "/targets", "administrator");
        allow(rules, PUT, CAMPAIGN + "/targets/**", "administrator");
        allow(rules, POST, CAMPAIGN + "/participations/*/acceptance", "administrator");
        allow(rules, POST, CAMPAIGN + "/observations", "collector");
        allow(rules, POST, CAMPAIGN + "/evidence", "collector");
        allow(rules, POST, CAMPAIGN + "/collection-runs", "administrator", "collector");
        allow(rules, POST, CAMPAIGN + "/collection-runs/*/cancellation", "administrator", "collector");
        allow(rules, GET, CAMPAIGN + "/collection-runs/**", "administrator", "collector", "auditor", "reviewer");
        allow(rules, PUT, CAMPAIGN + "/evidence/**", "collector");
        allow(rules, GET, CAMPAIGN + "/evidence/**", "collector", "reviewer", "arbiter", "auditor", "administrator");
        allow(rules, POST, CAMPAIGN + "/review-items/**", "reviewer", "arbiter");
        allow(rules, POST, CAMPAIGN + "/decisions", "reviewer", "arbiter", "administrator");
        allow(rules, DELETE, CAMPAIGN + "/fallbacks/**", "administrator");
        allow(rules, POST, CAMPAIGN + "/cases/*/award", "judge");
        allow(rules, DELETE, CAMPAIGN + "/cases/*/award", "judge");
        allow(rules, POST, CAMPAIGN + "/releases", "publisher");
        allow(rules, GET, CAMPAIGN + "/cases", "judge", "administrator");
        rules.requestMatchers(GET, CAMPAIGN + "/scores/progress").authenticated();
        allow(rules, GET, CAMPAIGN + "/scores/**", "administrator", "auditor", "publisher");
        allow(rules, GET, CAMPAIGN + "/rankings/**", "administrator", "auditor", "publisher");
        allow(rules, POST, CAMPAIGN + "/rankings/*/what-if", "administrator", "auditor", "publisher");
        rules.requestMatchers("/api/**").authenticated().anyRequest().permitAll();
    }

    private static void openToAll(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        Stream.of(GET, HEAD).forEach(method -> rules.requestMatchers(method, "/api/v1/public/**")
                .permitAll());
        rules.requestMatchers(POST, CAMPAIGN + "/cases", CAMPAIGN + "/participations")
                .permitAll();
    }

    private static void allow(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules,
            HttpMethod method,
            String path,
            String... roles) {
        rules.requestMatchers(method, path).hasAnyRole(roles);
        if (method == GET) {
            rules.requestMatchers(HEAD, path).hasAnyRole(roles);
        }
    }

    private static JwtAuthenticationConverter roles() {
        JwtGrantedAuthoritiesConverter claim = new JwtGrantedAuthoritiesConverter();
        claim.setAuthoritiesClaimName("roles");
        claim.setAuthorityPrefix("ROLE_");
        JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(claim);
        return converter;
    }

    private static AuthenticationEntryPoint unauthorized(ProblemWriter problems) {
        BearerTokenAuthenticationEntryPoint challenge = new BearerTokenAuthenticationEntryPoint();
        return (request, response, refusal) -> {
            challenge.commence(request, response, refusal);
            problems.write(
                    response,
                    HttpStatus.UNAUTHORIZED,
                    "no-token",
                    "a valid token is needed: send Authorization: Bearer with a token of the issuer");
        };
    }

    private static AccessDeniedHandler forbidden(ProblemWriter problems) {
        return (request, response, refusal) ->
                problems.write(response, HttpStatus.FORBIDDEN, "wrong-role", "your role does not allow this");
    }
}
