package cn.lingpao.sitecollector.adapter.mongo;

import cn.lingpao.sitecollector.domain.Delivery;
import cn.lingpao.sitecollector.domain.Order;
import cn.lingpao.sitecollector.domain.Run;
import cn.lingpao.sitecollector.domain.Tally;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A run as it is stored.
 *
 * @param active its campaign as long as it has not ended: an index makes it the only one
 */
@Document(RunDocument.COLLECTION)
record RunDocument(
        @Id String id,
        String campaignId,
        @Nullable String active,
        Order order,
        Run.State state,
        Instant orderedAt,
        @Nullable Instant endedAt,
        Tally tally,
        Delivery delivery,
        @Nullable List<String> notices,
        @Nullable String fault) {

    static final String COLLECTION = "runs";

    static RunDocument of(Run run) {
        return new RunDocument(
                run.id(),
                run.campaignId(),
                run.state().isEnd() ? null : run.campaignId(),
                run.order(),
                run.state(),
                run.orderedAt(),
                run.endedAt(),
                run.tally(),
                run.delivery(),
                run.notices(),
                run.fault());
    }

    Run run() {
        return new Run(
                id,
                campaignId,
                order,
                state,
                orderedAt,
                endedAt,
                tally,
                delivery,
                Objects.requireNonNullElse(notices, List.of()),
                fault);
    }
}
