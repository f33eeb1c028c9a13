package cn.lingpao.gateway.config;

import cn.lingpao.gateway.http.UnfinishedBodies;
import org.springframework.boot.http.client.HttpComponentsClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The client that carries requests on: it streams, neither retries, nor unpacks, nor keeps cookies, and ends no
 * body that broke off.
 */
@Configuration(proxyBeanMethods = false)
class HttpClientConfiguration {

    @Bean
    ClientHttpRequestFactoryBuilderCustomizer<HttpComponentsClientHttpRequestFactoryBuilder> plainClient(
            GatewayProperties properties) {
        return builder -> builder.withConnectionManagerCustomizer(connections -> connections
                        .setMaxConnPerRoute(properties.connections())
                        .setMaxConnTotal(properties.connections() * 8))
                .withHttpClientCustomizer(client -> client.disableAutomaticRetries()
                        .disableCookieManagement()
                        .disableContentCompression()
                        .disableRedirectHandling()
                        .disableAuthCaching()
                        .addExecInterceptorLast("unfinished-bodies", new UnfinishedBodies()));
    }
}
