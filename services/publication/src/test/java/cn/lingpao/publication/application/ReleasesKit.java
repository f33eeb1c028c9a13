package cn.lingpao.publication.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.publication.domain.Composition;
import cn.lingpao.publication.domain.Draft;
import cn.lingpao.publication.domain.Release;
import cn.lingpao.publication.domain.ReleaseDocument;
import cn.lingpao.publication.domain.Samples;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every place that keeps releases must do. */
public abstract class ReleasesKit {

    private static final Draft DRAFT = Composition.compose(Samples.snapshot());

    private Releases releases;

    /** Empty releases. */
    protected abstract Releases fresh();

    @BeforeEach
    void start() {
        releases = fresh();
    }

    @Test
    void a_release_comes_back_as_it_was_added() {
        Release added = release(1, 7, "a wrong decimal");
        assertThat(releases.add(added)).isTrue();
        assertThat(releases.find(Samples.CAMPAIGN, 1)).contains(added);
        assertThat(releases.newest(Samples.CAMPAIGN)).contains(added);
    }

    @Test
    void a_number_is_given_once() {
        releases.add(release(1, null, null));
        assertThat(releases.add(release(1, 9, "late"))).isFalse();
        assertThat(releases.find(Samples.CAMPAIGN, 1).orElseThrow().corrects()).isNull();
    }

    @Test
    void of_many_who_want_a_number_at_once_one_gets_it() throws Exception {
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> tries = IntStream.range(0, 8)
                    .<Callable<Boolean>>mapToObj(i -> () -> addAlone(i))
                    .toList();
            int given = 0;
            for (Future<Boolean> result : many.invokeAll(tries)) {
                given += result.get() ? 1 : 0;
            }
            assertThat(given).isEqualTo(1);
        }
    }

    private boolean addAlone(int who) {
        synchronized (alone()) {
            return releases.add(release(1, null, "by " + who));
        }
    }

    /** What a place that is not made for many threads is locked by; by default nothing is shared. */
    protected Object alone() {
        return new Object();
    }

    @Test
    void releases_are_listed_newest_first() {
        IntStream.of(2, 1, 10, 9).forEach(number -> releases.add(release(number, null, null)));
        assertThat(releases.all(Samples.CAMPAIGN)).extracting(Release::number).containsExactly(10, 9, 2, 1);
        assertThat(releases.newest(Samples.CAMPAIGN).orElseThrow().number()).isEqualTo(10);
        assertThat(releases.newestOfEach()).extracting(Release::number).containsExactly(10);
    }

    @Test
    void a_campaign_without_a_release_has_none() {
        assertThat(releases.all("nobody")).isEmpty();
        assertThat(releases.newest("nobody")).isEmpty();
        assertThat(releases.newestOfEach()).isEmpty();
    }

    @Test
    void documents_are_found_by_their_hash_and_stay_as_they_are() {
        releases.keep(Samples.CAMPAIGN, DRAFT.parts());
        ReleaseDocument first = DRAFT.parts().getFirst();
        releases.keep(Samples.CAMPAIGN, List.of(new ReleaseDocument(first.hash(), "{}")));
        assertThat(releases.documents(Samples.CAMPAIGN, Set.of(first.hash(), "unknown")))
                .containsOnlyKeys(first.hash())
                .containsValue(first);
    }

    private static Release release(int number, Integer corrects, String reason) {
        Release.Act act = new Release.Act(Instant.parse("2021-12-10T02:00:00Z"), "publisher", corrects, reason);
        return Release.of(Samples.snapshot(), DRAFT, number, act);
    }
}
