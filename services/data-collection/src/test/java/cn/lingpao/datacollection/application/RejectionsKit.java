package cn.lingpao.datacollection.application;

import static cn.lingpao.datacollection.domain.Samples.NOW;
import static cn.lingpao.datacollection.domain.Samples.submission;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.datacollection.domain.Fault;
import cn.lingpao.datacollection.domain.Fault.Code;
import cn.lingpao.datacollection.domain.Rejection;
import cn.lingpao.datacollection.domain.Row;
import cn.lingpao.datacollection.domain.Value.Judgement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store of refused rows must do. */
public abstract class RejectionsKit {

    private static final Fault FAULT = new Fault("value", Code.MISSING, "'value' is missing");

    protected abstract Rejections rejections();

    @Test
    void what_was_taken_over_is_known_and_found_as_it_was_newest_first() {
        Rejection first = unread("kept", 1, NOW);
        Rejection second = unread("kept", 2, NOW);
        Rejection later =
                new Rejection("later", "kept", "t", null, new Fault(null, Code.NOT_JSON, "r"), "…", NOW.plusSeconds(1));
        assertThat(rejections().takeOver(placed(second, first, later))).isEqualTo(3);
        assertThat(rejections().find("kept", new Paging(0, 10)).items()).containsExactly(later, first, second);
        assertThat(rejections().find("kept", new Paging(1, 2))).isEqualTo(new Page<>(List.of(second), 1, 2, 3));
        assertThat(rejections().known(List.of("later", "never"))).containsExactly("later");
    }

    @Test
    void the_same_row_refused_again_changes_nothing() {
        Rejection once = unread("again", 1, NOW);
        Rejection again = unread("again", 1, NOW.plusSeconds(60));
        assertThat(rejections().takeOver(placed(once))).isEqualTo(1);
        assertThat(rejections().takeOver(placed(again))).isZero();
        assertThat(rejections().count("again")).isEqualTo(1);
        assertThat(rejections().find("again", new Paging(0, 10)).items()).containsExactly(once);
    }

    @Test
    void a_rejection_of_a_readable_row_names_its_target() {
        Row row = new Row.Readable(3, submission(Judgement.MET), () -> "{…}");
        assertThat(Rejection.of(row, FAULT, NOW)).satisfies(rejection -> {
            assertThat(rejection.targetId()).isEqualTo("place-1");
            assertThat(rejection.line()).isEqualTo(3);
        });
    }

    private static Rejection unread(String campaign, int line, Instant at) {
        return Rejection.of(new Row.Unreadable(campaign, line, FAULT, "{}"), FAULT, at);
    }

    private static List<Placed<Rejection>> placed(Rejection... rejections) {
        return List.of(rejections).stream()
                .map(each -> new Placed<>(each, new Position(0, 7)))
                .toList();
    }
}
