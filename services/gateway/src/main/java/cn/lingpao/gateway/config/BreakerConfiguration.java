package cn.lingpao.gateway.config;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JCircuitBreakerFactory;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Circuit breakers alone: the auto-configuration would add a bulkhead of two threads and a time limit of a second. */
@Configuration(proxyBeanMethods = false)
class BreakerConfiguration {

    @Bean
    Resilience4JCircuitBreakerFactory circuitBreakerFactory(
            CircuitBreakerRegistry breakers, TimeLimiterRegistry timeLimiters) {
        Resilience4JConfigurationProperties onTheCallersThread = new Resilience4JConfigurationProperties();
        onTheCallersThread.setDisableThreadPool(true);
        return new Resilience4JCircuitBreakerFactory(breakers, timeLimiters, null, onTheCallersThread);
    }
}
