package cn.lingpao.sitecollector.adapter.http;

import cn.lingpao.sitecollector.domain.Delivery;
import cn.lingpao.sitecollector.domain.Run;
import cn.lingpao.sitecollector.domain.Tally;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The shapes of the answers. */
final class RunAnswers {

    private RunAnswers() {}

    /** A run; targets and checks stand there when it was limited to them. */
    @JsonInclude(Include.NON_EMPTY)
    record RunView(
            String id,
            String campaign,
            String state,
            String trigger,
            String orderedBy,
            Instant orderedAt,
            @Nullable Instant endedAt,
            List<String> targets,
            List<String> checks,
            @JsonInclude(Include.ALWAYS) boolean due,
            Tally progress,
            @Nullable Delivery delivery,
            List<String> notices,
            @Nullable String fault) {

        static RunView of(Run run) {
            return new RunView(
                    run.id(),
                    run.campaignId(),
                    word(run.state()),
                    word(run.order().trigger()),
                    run.order().by(),
                    run.orderedAt(),
                    run.endedAt(),
                    List.copyOf(new TreeSet<>(run.order().targets())),
                    List.copyOf(new TreeSet<>(run.order().checks())),
                    run.order().due(),
                    run.tally(),
                    run.state() == Run.State.DONE ? run.delivery() : null,
                    run.notices(),
                    run.fault());
        }
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** The newest runs of a campaign. */
    record RunList(List<RunView> items) {}
}
