package cn.lingpao.eventing;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.kafka.autoconfigure.ConcurrentKafkaListenerContainerFactoryConfigurer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/** The beans of a service that speaks in events: import it. Kafka itself is configured in eventing-defaults.yml. */
@Configuration(proxyBeanMethods = false)
public class EventingConfiguration {

    @Bean
    EventPublisher eventPublisher(
            ProducerFactory<String, Event<?>> producers, ObjectProvider<ObservationRegistry> observations) {
        return new KafkaEventPublisher(producers, observations.getIfAvailable(() -> ObservationRegistry.NOOP));
    }

    @Bean
    EventCounters eventCounters(MeterRegistry meters) {
        return new EventCounters(meters);
    }

    @Bean
    DeadLetters deadLetters(
            KafkaTemplate<String, Event<?>> template,
            KafkaProperties properties,
            EventCounters counters,
            @Value("${spring.application.name}") String service) {
        DefaultKafkaProducerFactory<String, byte[]> bytes = new DefaultKafkaProducerFactory<>(
                properties.buildProducerProperties(), new StringSerializer(), new ByteArraySerializer());
        Map<Class<?>, KafkaOperations<?, ?>> templates = new LinkedHashMap<>();
        templates.put(byte[].class, new KafkaTemplate<>(bytes));
        templates.put(Object.class, template);
        DeadLetterPublishingRecoverer recoverer = new DeadLetterPublishingRecoverer(
                templates, (record, failure) -> DeadLetters.destination(record, service));
        recoverer.setFailIfSendResultIsError(true);
        return new DeadLetters(recoverer, counters, bytes::destroy);
    }

    @Bean
    CommonErrorHandler errorHandler(
            DeadLetters deadLetters,
            @Value("${lingpao.eventing.attempts:3}") int attempts,
            @Value("${lingpao.eventing.first-back-off:1s}") Duration firstBackOff) {
        DefaultErrorHandler handler =
                new DefaultErrorHandler(deadLetters::accept, new FixedBackOff(firstBackOff.toMillis(), attempts - 1L));
        ExponentialBackOff untilItPasses = new ExponentialBackOff(firstBackOff.toMillis(), 2);
        untilItPasses.setMaxInterval(30_000);
        handler.setBackOffFunction((record, failure) -> Outage.isCauseOf(failure) ? untilItPasses : null);
        return handler;
    }

    /** The factory of listeners that take a whole poll at once; they pass it through {@link EventBatch}. */
    @Bean
    ConcurrentKafkaListenerContainerFactory<Object, Object> batchFactory(
            ConcurrentKafkaListenerContainerFactoryConfigurer configurer, ConsumerFactory<Object, Object> consumers) {
        ConcurrentKafkaListenerContainerFactory<Object, Object> factory =
                new ConcurrentKafkaListenerContainerFactory<>();
        configurer.configure(factory, consumers);
        factory.setBatchListener(true);
        return factory;
    }

    @Bean
    @ConditionalOnProperty(name = "lingpao.eventing.reference-data", matchIfMissing = true)
    ReferenceData referenceData(
            ConsumerFactory<String, Event<?>> consumers,
            DeadLetters deadLetters,
            @Value("${spring.application.name}") String service) {
        Map<String, Object> ungrouped = new LinkedHashMap<>(consumers.getConfigurationProperties());
        ungrouped.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return new KafkaReferenceData(new DefaultKafkaConsumerFactory<>(ungrouped), deadLetters, service);
    }
}
