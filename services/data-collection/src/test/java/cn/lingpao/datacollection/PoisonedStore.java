package cn.lingpao.datacollection;

import cn.lingpao.datacollection.application.Observations;
import cn.lingpao.datacollection.application.Page;
import cn.lingpao.datacollection.application.Paging;
import cn.lingpao.datacollection.application.Placed;
import cn.lingpao.datacollection.application.Rejections;
import cn.lingpao.datacollection.domain.Observation;
import cn.lingpao.datacollection.domain.ObservationId;
import cn.lingpao.datacollection.domain.Rejection;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the store fail, and count, whatever concerns a target named poison. */
@Configuration(proxyBeanMethods = false)
class PoisonedStore {

    static final String POISON = "poison";
    static final AtomicInteger ATTEMPTS = new AtomicInteger();

    @Bean
    static BeanPostProcessor poison() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return switch (bean) {
                    case Observations observations -> new PoisonedObservations(observations);
                    case Rejections rejections -> new PoisonedRejections(rejections);
                    default -> bean;
                };
            }
        };
    }

    private static void failOn(@Nullable String targetId) {
        if (POISON.equals(targetId)) {
            ATTEMPTS.incrementAndGet();
            throw new IllegalStateException("poisoned");
        }
    }

    private record PoisonedObservations(Observations sound) implements Observations {

        @Override
        public int takeOver(List<Placed<Observation>> records) {
            records.forEach(each -> failOn(each.record().content().targetId()));
            return sound.takeOver(records);
        }

        @Override
        public Set<ObservationId> known(Collection<Observation> candidates) {
            return sound.known(candidates);
        }

        @Override
        public Page<Observation> find(
                String campaignId, @Nullable String targetId, @Nullable String checkPointId, Paging paging) {
            return sound.find(campaignId, targetId, checkPointId, paging);
        }

        @Override
        public long count(String campaignId) {
            return sound.count(campaignId);
        }
    }

    private record PoisonedRejections(Rejections sound) implements Rejections {

        @Override
        public int takeOver(List<Placed<Rejection>> records) {
            records.forEach(each -> failOn(each.record().targetId()));
            return sound.takeOver(records);
        }

        @Override
        public Set<String> known(Collection<String> ids) {
            if (ids.isEmpty()) {
                return Set.of();
            }
            return sound.known(ids);
        }

        @Override
        public Page<Rejection> find(String campaignId, Paging paging) {
            return sound.find(campaignId, paging);
        }

        @Override
        public long count(String campaignId) {
            return sound.count(campaignId);
        }
    }
}
