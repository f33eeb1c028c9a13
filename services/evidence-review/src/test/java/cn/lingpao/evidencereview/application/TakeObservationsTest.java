package cn.lingpao.evidencereview.application;

import static cn.lingpao.evidencereview.domain.Samples.CAMPAIGN;
import static cn.lingpao.evidencereview.domain.Samples.MET;
import static cn.lingpao.evidencereview.domain.Samples.NOT_MET;
import static cn.lingpao.evidencereview.domain.Samples.id;
import static cn.lingpao.evidencereview.domain.Samples.observation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lingpao.evidencereview.application.TakeObservations.Arrival;
import cn.lingpao.evidencereview.domain.Campaign;
import cn.lingpao.evidencereview.domain.Observation;
import cn.lingpao.evidencereview.domain.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TakeObservationsTest {

    private final InMemoryCells cells = new InMemoryCells();
    private int refreshes;
    private boolean stale;

    @Test
    void a_batch_is_laid_into_its_cells() {
        assertThat(take(arrival("none", observation("o1", MET, 1)), arrival("double", observation("o2", MET, 1))))
                .isZero();
        assertThat(cells.progress("c")).isEqualTo(new Progress(2, 2, 1, 1, 0));
        assertThat(refreshes).isZero();
    }

    @Test
    void a_second_delivery_changes_nothing_and_is_counted() {
        Arrival first = arrival("none", observation("o1", MET, 1));
        Arrival second = arrival("none", observation("o2", NOT_MET, 2));
        take(first, second);
        assertThat(take(first, second)).isEqualTo(2);
        assertThat(take(first, first, arrival("none", observation("o3", MET, 3))))
                .isEqualTo(2);
        assertThat(cells.told).extracting(Verdict::id).containsExactly("c/t/none#1", "c/t/none#2");
    }

    @Test
    void what_somebody_else_changed_in_between_is_laid_anew() {
        cells.beforeSaving(() -> take(arrival("none", observation("o2", NOT_MET, 2))));
        assertThat(take(arrival("none", observation("o1", MET, 1)))).isZero();
        assertThat(cells.progress("c")).isEqualTo(new Progress(2, 1, 1, 0, 0));
        assertThat(cells.told).extracting(Verdict::value).containsExactly(NOT_MET);
    }

    @Test
    void the_registry_is_asked_again_before_a_cell_is_unknown() {
        stale = true;
        take(arrival("none", observation("o1", MET, 1)));
        assertThat(refreshes).isEqualTo(1);
        assertThatThrownBy(() -> take(arrival("other", observation("o1", MET, 1))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("c/t/other");
    }

    private int take(Arrival... arrivals) {
        return new TakeObservations(cells, new InMemoryFallbacks(), registry()).take(List.of(arrivals));
    }

    private Registry registry() {
        return new Registry() {
            @Override
            public Optional<Campaign> campaign(String campaignId) {
                return stale ? Optional.empty() : Optional.of(CAMPAIGN);
            }

            @Override
            public List<String> campaigns() {
                return List.of(CAMPAIGN.id());
            }

            @Override
            public void refresh() {
                refreshes++;
                stale = false;
            }
        };
    }

    private static Arrival arrival(String checkPoint, Observation observation) {
        return new Arrival(id(checkPoint), "provincial", observation);
    }
}
