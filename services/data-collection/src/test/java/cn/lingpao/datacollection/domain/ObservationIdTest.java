package cn.lingpao.datacollection.domain;

import static cn.lingpao.datacollection.domain.Samples.OBSERVED;
import static cn.lingpao.datacollection.domain.Samples.ROBOT;
import static cn.lingpao.datacollection.domain.Samples.figure;
import static cn.lingpao.datacollection.domain.Samples.submission;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.datacollection.domain.Value.Judgement;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ObservationIdTest {

    @Test
    void the_same_content_has_the_same_id_however_a_figure_is_written() {
        assertThat(id(figure("1.50"))).isEqualTo(id(figure("1.5"))).isNotEqualTo(id(figure("1.51")));
        assertThat(id(figure("100"))).isEqualTo(id(figure("1e2")));
    }

    @Test
    void every_part_of_the_content_counts() {
        assertThat(Stream.of(
                                submission(Judgement.MET),
                                submission(Judgement.NOT_MET),
                                submission(new Value.Undetermined(null)),
                                submission(new Value.Undetermined("dns")),
                                submission(new Value.Graded("MET")),
                                submission("p.other", Judgement.MET, OBSERVED),
                                submission("p.list", Judgement.MET, OBSERVED.plusMillis(1)),
                                seen(null, "a", new Proof("u", null, null, null, null)),
                                seen(null, "a", new Proof(null, "u", null, null, null)),
                                seen("portal", "a"),
                                seen(null, "a"),
                                seen(null, "b"))
                        .map(ObservationId::of))
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(id.value()).matches("[0-9a-f]{64}"));
    }

    private static Submission seen(@Nullable String channel, String target, Proof... proofs) {
        return new Submission("c", target, "p", channel, Judgement.MET, ROBOT, OBSERVED, List.of(proofs));
    }

    private static ObservationId id(Value value) {
        return ObservationId.of(submission(value));
    }
}
