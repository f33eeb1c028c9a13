package cn.lingpao.datacollection.application;

import static cn.lingpao.datacollection.domain.Samples.NOW;
import static cn.lingpao.datacollection.domain.Samples.OBSERVED;
import static cn.lingpao.datacollection.domain.Samples.ROBOT;
import static cn.lingpao.datacollection.domain.Samples.figure;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.datacollection.domain.Observation;
import cn.lingpao.datacollection.domain.ObservationId;
import cn.lingpao.datacollection.domain.Proof;
import cn.lingpao.datacollection.domain.Submission;
import cn.lingpao.datacollection.domain.Value;
import cn.lingpao.datacollection.domain.Value.Judgement;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every store of observations must do. */
public abstract class ObservationsKit {

    private static final Paging ALL = new Paging(0, 500);

    protected abstract Observations observations();

    @Test
    void what_was_taken_over_is_known_and_found_as_it_was() {
        List<Observation> full = Stream.of(
                        Judgement.MET,
                        new Value.Undetermined("dns"),
                        new Value.Undetermined(null),
                        figure("12345678901234567890.12345"),
                        new Value.Graded("part"))
                .map(value -> observation("full", "t", "p", "portal", value, OBSERVED))
                .toList();
        observations().takeOver(placed(full));
        assertThat(observations().find("full", null, null, ALL).items()).containsExactlyInAnyOrderElementsOf(full);
        assertThat(observations().known(full))
                .hasSameElementsAs(full.stream().map(Observation::id).toList());
    }

    @Test
    void known_is_only_what_was_taken_over() {
        Observation here = plain("known", "t", "p", 5);
        observations().takeOver(placed(List.of(here, plain("known", "t", "q", 3))));
        assertThat(observations()
                        .known(List.of(
                                here,
                                plain("known", "t", "p", 4),
                                plain("known", "t", "q", 5),
                                plain("known", "t", "p", 6),
                                plain("known", "u", "p", 1),
                                plain("known-2", "t", "p", 5))))
                .containsExactly(here.id());
        assertThat(observations().known(List.of())).isEmpty();
    }

    @Test
    void a_second_delivery_changes_nothing() {
        List<Placed<Observation>> records = placed(List.of(plain("twice", "t", "p", 1), plain("twice", "t", "q", 2)));
        assertThat(observations().takeOver(records)).isEqualTo(2);
        assertThat(observations().takeOver(records)).isZero();
        assertThat(observations().takeOver(List.of(records.getFirst(), records.getFirst())))
                .isZero();
        assertThat(observations().count("twice")).isEqualTo(2);
    }

    @Test
    void they_are_counted_within_a_campaign() {
        observations()
                .takeOver(placed(List.of(
                        plain("count", "t", "p", 1), plain("count", "u", "p", 1), plain("count-2", "t", "p", 1))));
        assertThat(observations().count("count")).isEqualTo(2);
        assertThat(observations().count("none")).isZero();
    }

    @Test
    void the_newest_come_first_and_page_by_page() {
        observations()
                .takeOver(placed(IntStream.range(0, 7)
                        .mapToObj(number -> plain("pages", "t", "p", number))
                        .toList()));
        Page<Observation> page = observations().find("pages", null, null, new Paging(1, 3));
        assertThat(page.total()).isEqualTo(7);
        assertThat(page.items())
                .extracting(each -> each.content().observedAt())
                .containsExactly(OBSERVED.plusSeconds(3), OBSERVED.plusSeconds(2), OBSERVED.plusSeconds(1));
    }

    @ParameterizedTest
    @CsvSource({"0, 3, 3", "1, 3, 3", "1, 4, 2", "2, 3, 0", "0, 6, 6", "0, 7, 6"})
    void every_page_knows_how_many_there_are(int number, int size, int items) {
        observations()
                .takeOver(placed(IntStream.range(0, 6)
                        .mapToObj(each -> plain("totals", "t", "p", each))
                        .toList()));
        Page<Observation> page = observations().find("totals", null, null, new Paging(number, size));
        assertThat(page.total()).isEqualTo(6);
        assertThat(page.items()).hasSize(items);
    }

    @Test
    void they_are_found_by_target_and_check_point() {
        observations()
                .takeOver(placed(
                        List.of(plain("find", "t", "p", 1), plain("find", "t", "q", 2), plain("find", "u", "p", 3))));
        assertThat(observations().find("find", "t", null, ALL).items()).hasSize(2);
        assertThat(observations().find("find", null, "p", ALL).items()).hasSize(2);
        assertThat(observations().find("find", "t", "p", ALL).items())
                .singleElement()
                .isEqualTo(plain("find", "t", "p", 1));
    }

    private static Observation plain(String campaign, String target, String point, int second) {
        return observation(campaign, target, point, null, Judgement.MET, OBSERVED.plusSeconds(second));
    }

    private static Observation observation(
            String campaign, String target, String point, @Nullable String channel, Value value, Instant observedAt) {
        Submission content = new Submission(
                campaign,
                target,
                point,
                channel,
                value,
                ROBOT,
                observedAt,
                List.of(
                        new Proof("https://place.example", "题", OBSERVED, "a".repeat(64), "n"),
                        new Proof(null, null, null, null, null)));
        return new Observation(ObservationId.of(content), content, "provincial", NOW);
    }

    private static List<Placed<Observation>> placed(List<Observation> observations) {
        return observations.stream()
                .map(each -> new Placed<>(each, new Position(1, 2)))
                .toList();
    }
}
