package cn.lingpao.evidencereview;

import cn.lingpao.evidencereview.application.Cells;
import cn.lingpao.evidencereview.application.Page;
import cn.lingpao.evidencereview.application.Paging;
import cn.lingpao.evidencereview.application.Progress;
import cn.lingpao.evidencereview.application.SampledCell;
import cn.lingpao.evidencereview.application.Stage;
import cn.lingpao.evidencereview.domain.Cell;
import cn.lingpao.evidencereview.domain.CellId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the store fail, and count, whatever concerns a target named poison. */
@Configuration(proxyBeanMethods = false)
class PoisonedCells {

    static final String POISON = "poison";
    static final AtomicInteger ATTEMPTS = new AtomicInteger();

    @Bean
    static BeanPostProcessor poison() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Cells cells ? new Poisoned(cells) : bean;
            }
        };
    }

    private record Poisoned(Cells sound) implements Cells {

        @Override
        public Map<CellId, Cell> load(Collection<CellId> ids) {
            return sound.load(ids);
        }

        @Override
        public Set<CellId> save(Collection<Cell> cells) {
            if (cells.stream().anyMatch(cell -> cell.id().targetId().equals(POISON))) {
                ATTEMPTS.incrementAndGet();
                throw new IllegalStateException("poisoned");
            }
            return sound.save(cells);
        }

        @Override
        public Page<Cell> reviewed(String campaignId, Set<Stage> stages, @Nullable String targetId, Paging paging) {
            return sound.reviewed(campaignId, stages, targetId, paging);
        }

        @Override
        public Page<Cell> withVerdict(String campaignId, @Nullable String targetId, Paging paging) {
            return sound.withVerdict(campaignId, targetId, paging);
        }

        @Override
        public Progress progress(String campaignId) {
            return sound.progress(campaignId);
        }

        @Override
        public List<SampledCell> sampled(String campaignId, @Nullable String checkPointId) {
            return sound.sampled(campaignId, checkPointId);
        }

        @Override
        public List<CellId> unreviewed(String campaignId, String checkPointId) {
            return sound.unreviewed(campaignId, checkPointId);
        }
    }
}
