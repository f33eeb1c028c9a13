package cn.lingpao.portal.config;

import cn.lingpao.portal.results.HttpResults;
import cn.lingpao.portal.results.Results;
import cn.lingpao.portal.web.PublicApi;
import cn.lingpao.portal.workbench.EveryDesk;
import cn.lingpao.servicesupport.DoorConfiguration;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Locale;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Wires the pages to the results API. */
@Configuration(proxyBeanMethods = false)
@Import(DoorConfiguration.class)
@EnableConfigurationProperties(PortalProperties.class)
public class PortalConfiguration implements WebMvcConfigurer {

    @Bean
    Results results(PortalProperties portal, RestClient.Builder clients) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(portal.connectTimeout()).build());
        requests.setReadTimeout(portal.readTimeout());
        return new HttpResults(clients.clone()
                .baseUrl(portal.results().toString())
                .requestFactory(requests)
                .build());
    }

    @Bean
    PublicApi publicApi(PortalProperties portal) {
        return new PublicApi(portal.publicAddress());
    }

    /** Chinese first; a reader who chose English keeps it. */
    @Bean
    LocaleResolver localeResolver() {
        CookieLocaleResolver resolver = new CookieLocaleResolver("lingpao-language");
        resolver.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        resolver.setRejectInvalidCookies(false);
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor language = new LocaleChangeInterceptor();
        language.setParamName("lang");
        language.setIgnoreInvalidLocale(true);
        registry.addInterceptor(language);
        registry.addInterceptor(new PageHeaders());
        registry.addInterceptor(new EveryDesk()).addPathPatterns("/workbench", "/workbench/**");
    }
}
