package cn.lingpao.servicesupport;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerTypePredicate;
import org.springframework.web.servlet.config.annotation.PathMatchConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP door of a service: import it. Every path below {@code /api} wants a token unless it is declared public. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
@EnableConfigurationProperties(Door.class)
@Import(Problems.class)
public class DoorConfiguration implements WebMvcConfigurer {

    /** Where the first version of every API lives. */
    public static final String API = "/api/v1";

    @Override
    public void configurePathMatch(PathMatchConfigurer paths) {
        paths.addPathPrefix(
                API,
                HandlerTypePredicate.forAnnotation(RestController.class)
                        .and(HandlerTypePredicate.forBasePackage("cn.lingpao")));
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ProblemWriter problemWriter(JsonMapper json) {
        return new ProblemWriter(json);
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(Door door, ProblemWriter problems) {
        FilterRegistrationBean<BodyLimit> registration =
                new FilterRegistrationBean<>(new BodyLimit(door.maxBody().toBytes(), problems));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        return registration;
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http, Door door, ProblemWriter problems) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> {
                    open(requests, door.publicPaths());
                    requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
                    requests.requestMatchers("/actuator/health/**", "/actuator/prometheus", "/actuator/info")
                            .permitAll();
                    requests.requestMatchers(API + "/public/**", "/v3/api-docs/**")
                            .permitAll();
                    requests.requestMatchers("/api/**", "/actuator/**").authenticated();
                    requests.anyRequest().permitAll();
                })
                .oauth2ResourceServer(resources -> resources
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(DoorConfiguration::authentication))
                        .authenticationEntryPoint((request, response, failure) -> noToken(problems, response)))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(
                                (request, response, failure) -> noToken(problems, response))
                        .accessDeniedHandler((request, response, failure) -> problems.write(
                                response, HttpStatus.FORBIDDEN, "wrong-role", "your role does not allow this")))
                .build();
    }

    private static void noToken(ProblemWriter problems, HttpServletResponse response) throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer");
        problems.write(
                response,
                HttpStatus.UNAUTHORIZED,
                "no-token",
                "a valid token is needed: send Authorization: Bearer with a token of the issuer");
    }

    private static void open(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            Collection<String> patterns) {
        for (String pattern : patterns) {
            String[] words = pattern.split(" ", 2);
            if (words.length == 2) {
                requests.requestMatchers(HttpMethod.valueOf(words[0]), words[1]).permitAll();
            } else {
                requests.requestMatchers(pattern).permitAll();
            }
        }
    }

    /** The token's {@code roles} claim becomes authorities {@code ROLE_<role>}. */
    private static AbstractAuthenticationToken authentication(Jwt token) {
        JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(DoorConfiguration::authorities);
        return Objects.requireNonNull(converter.convert(token));
    }

    private static Collection<GrantedAuthority> authorities(Jwt token) {
        List<String> roles = token.hasClaim("roles") ? token.getClaimAsStringList("roles") : List.of();
        return roles.stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
    }
}
