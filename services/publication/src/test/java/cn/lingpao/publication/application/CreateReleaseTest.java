package cn.lingpao.publication.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.publication.application.Outcome.Reason;
import cn.lingpao.publication.application.Scores.Positioned;
import cn.lingpao.publication.domain.Campaign;
import cn.lingpao.publication.domain.Framework;
import cn.lingpao.publication.domain.OpenPoints;
import cn.lingpao.publication.domain.Release;
import cn.lingpao.publication.domain.Samples;
import cn.lingpao.publication.domain.Snapshot;
import cn.lingpao.publication.domain.Target;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CreateReleaseTest {

    private static final Instant DECEMBER = Instant.parse("2021-12-10T02:00:00Z");

    private final Snapshot sample = Samples.snapshot();
    private final MemoryScores scores = new MemoryScores();
    private final MemoryReleases releases = new MemoryReleases();
    private Campaign campaign = sample.campaign();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @BeforeEach
    void settle() {
        sample.sheets().values().forEach(sheet -> scores.keepSheets(List.of(new Positioned<>(sheet, 0, 1))));
        sample.standings().values().forEach(one -> scores.keepStandings(List.of(new Positioned<>(one, 0, 1))));
    }

    @Test
    void a_settled_campaign_is_released_with_number_one() {
        assertThat(create(DECEMBER, null, null))
                .asInstanceOf(InstanceOfAssertFactories.type(Outcome.Published.class))
                .satisfies(published -> {
                    assertThat(published.release().number()).isEqualTo(1);
                    assertThat(published.release().publishedAt()).isEqualTo(DECEMBER);
                    assertThat(published.release().publishedBy()).isEqualTo("publisher");
                    assertThat(published.open()).isEqualTo(new OpenPoints(2, 5));
                });
    }

    @Test
    void every_document_of_a_release_is_stored() {
        create(DECEMBER, null, null);
        Release release = releases.newest(Samples.CAMPAIGN).orElseThrow();
        ReadReleases read = new ReadReleases(releases);
        assertThat(release.lists())
                .allSatisfy(list -> assertThat(read.ranking(release, list.id())).isPresent());
        assertThat(release.targets()).hasSize(5).allSatisfy(target -> assertThat(read.sheet(release, target.id()))
                .isPresent());
    }

    @Test
    void the_same_content_is_released_once() {
        create(DECEMBER, null, null);
        assertThat(create(DECEMBER.plusSeconds(60), null, null)).isInstanceOf(Outcome.Unchanged.class);
        assertThat(releases.all(Samples.CAMPAIGN)).hasSize(1);
    }

    @Test
    void a_correction_is_a_new_release_that_names_the_old_one() {
        create(DECEMBER, null, null);
        move("aster", "92");
        assertThat(create(DECEMBER, 1, "a wrong decimal"))
                .asInstanceOf(InstanceOfAssertFactories.type(Outcome.Published.class))
                .satisfies(published -> {
                    assertThat(published.release().number()).isEqualTo(2);
                    assertThat(published.release().corrects()).isEqualTo(1);
                    assertThat(published.release().reason()).isEqualTo("a wrong decimal");
                });
    }

    @Test
    void a_correction_of_nothing_or_without_a_reason_is_refused() {
        assertThat(reason(create(DECEMBER, 1, "why"))).isEqualTo(Reason.UNKNOWN_RELEASE);
        create(DECEMBER, null, null);
        assertThat(reason(create(DECEMBER, 1, " "))).isEqualTo(Reason.REASON_MISSING);
    }

    @Test
    void what_is_still_moving_is_not_released() {
        scores.keepSheets(List.of(new Positioned<>(Samples.sheet("aster", "12"), 0, 2)));
        assertThat(create(DECEMBER, null, null))
                .asInstanceOf(InstanceOfAssertFactories.type(Outcome.Refused.class))
                .satisfies(refused -> {
                    assertThat(refused.reason()).isEqualTo(Reason.STILL_MOVING);
                    assertThat(refused.disagreements()).hasSize(1);
                });
        assertThat(releases.newestOfEach()).isEmpty();
    }

    @Test
    void an_unknown_campaign_is_refused() {
        CreateRelease.Command command = new CreateRelease.Command("nobody", null, null, null, "publisher");
        assertThat(reason(useCase().create(command))).isEqualTo(Reason.UNKNOWN_CAMPAIGN);
    }

    @Nested
    class A_recorded_campaign {

        @Test
        void states_its_time() {
            assertThat(reason(create(null, null, null))).isEqualTo(Reason.TIME_MISSING);
        }

        @Test
        void is_released_in_its_phase_only() {
            Instant beforeMidnightInChina = Instant.parse("2021-11-30T15:59:59Z");
            assertThat(reason(create(beforeMidnightInChina, null, null))).isEqualTo(Reason.OUTSIDE_PHASE);
            assertThat(create(beforeMidnightInChina.plusSeconds(1), null, null)).isInstanceOf(Outcome.Published.class);
        }

        @Test
        void is_not_released_in_the_future() {
            now = DECEMBER;
            assertThat(reason(create(DECEMBER.plusSeconds(301), null, null))).isEqualTo(Reason.IN_FUTURE);
            assertThat(create(DECEMBER.plusSeconds(300), null, null)).isInstanceOf(Outcome.Published.class);
        }
    }

    @Nested
    class A_live_campaign {

        @BeforeEach
        void live() {
            campaign = new Campaign(
                    Samples.CAMPAIGN,
                    campaign.name(),
                    campaign.frameworkRef(),
                    true,
                    false,
                    campaign.window(),
                    campaign.lists());
        }

        @Test
        void is_held_against_the_clock() {
            assertThat(reason(create(null, null, null))).isEqualTo(Reason.OUTSIDE_PHASE);
            now = DECEMBER;
            assertThat(create(null, null, null)).isInstanceOf(Outcome.Published.class);
        }

        @Test
        void is_not_dated_back() {
            now = DECEMBER;
            assertThat(reason(create(DECEMBER, null, null))).isEqualTo(Reason.TIME_NOT_ALLOWED);
        }
    }

    private void move(String targetId, String total) {
        scores.keepSheets(List.of(new Positioned<>(Samples.sheet(targetId, total), 0, 2)));
        scores.keepStandings(List.of(new Positioned<>(
                Samples.standing(
                        "north",
                        Samples.place("aster", 1, total),
                        Samples.place("basil", 2, "80"),
                        Samples.place("cedar", 2, "80"),
                        Samples.place("dahlia", 4, "66.25"),
                        Samples.place("elm", 5, "41.125"),
                        Samples.place("fennel", null, null)),
                0,
                2)));
    }

    private Outcome create(@Nullable Instant at, @Nullable Integer corrects, @Nullable String reason) {
        return useCase().create(new CreateRelease.Command(Samples.CAMPAIGN, at, corrects, reason, "publisher"));
    }

    private CreateRelease useCase() {
        return new CreateRelease(new SampleRegistry(), scores, releases, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Reason reason(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).reason();
    }

    private final class SampleRegistry implements Registry {

        @Override
        public void refresh() {}

        @Override
        public Optional<Campaign> campaign(String campaignId) {
            return Optional.of(campaign).filter(found -> found.id().equals(campaignId));
        }

        @Override
        public Optional<Framework> framework(String ref) {
            return Optional.of(sample.framework());
        }

        @Override
        public Map<String, Target> targets(String campaignId) {
            return sample.targets();
        }
    }
}
