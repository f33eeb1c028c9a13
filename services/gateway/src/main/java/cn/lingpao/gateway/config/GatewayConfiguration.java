package cn.lingpao.gateway.config;

import cn.lingpao.gateway.http.BodyLimit;
import cn.lingpao.gateway.http.ClientLimits;
import cn.lingpao.gateway.http.Errors;
import cn.lingpao.gateway.http.Fallback;
import cn.lingpao.gateway.http.RequestHeaders;
import cn.lingpao.gateway.http.RequestIds;
import cn.lingpao.gateway.http.ResponseHeaders;
import cn.lingpao.servicesupport.ProblemWriter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.cloud.gateway.server.mvc.config.GatewayMvcProperties;
import org.springframework.cloud.gateway.server.mvc.config.RouteProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class GatewayConfiguration {

    @Bean
    ProblemWriter problems(JsonMapper json) {
        return new ProblemWriter(json);
    }

    @Bean
    FilterRegistrationBean<RequestIds> requestIds() {
        FilterRegistrationBean<RequestIds> filter = new FilterRegistrationBean<>(
                new RequestIds(() -> UUID.randomUUID().toString()));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    BodyLimit bodyLimit(GatewayProperties properties, ProblemWriter problems) {
        return new BodyLimit(properties.maxBody(), problems);
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimitFilter(BodyLimit bodyLimit) {
        FilterRegistrationBean<BodyLimit> filter = new FilterRegistrationBean<>(bodyLimit);
        filter.setOrder(0);
        return filter;
    }

    @Bean
    ClientLimits clientLimits(GatewayProperties properties, ProblemWriter problems, MeterRegistry meters) {
        return new ClientLimits(properties.limits(), problems, meters);
    }

    @Bean
    FilterRegistrationBean<ClientLimits> clientLimitsOnlyBehindAuthentication(ClientLimits limits) {
        FilterRegistrationBean<ClientLimits> filter = new FilterRegistrationBean<>(limits);
        filter.setEnabled(false);
        return filter;
    }

    @Bean
    Fallback fallback(ProblemWriter problems, BodyLimit bodyLimit, GatewayProperties properties) {
        return new Fallback(problems, bodyLimit, properties.retryAfter());
    }

    @Bean
    Errors errors(ProblemWriter problems) {
        return new Errors(problems);
    }

    @Bean
    RequestHeaders requestHeaders() {
        return new RequestHeaders();
    }

    @Bean
    ResponseHeaders responseHeaders(GatewayMvcProperties gateway) {
        return new ResponseHeaders(
                gateway.getRoutes().stream().map(RouteProperties::getUri).toList());
    }
}
