package cn.lingpao.evidencereview.application;

import static cn.lingpao.evidencereview.domain.Samples.ARBITER;
import static cn.lingpao.evidencereview.domain.Samples.MET;
import static cn.lingpao.evidencereview.domain.Samples.NOT_MET;
import static cn.lingpao.evidencereview.domain.Samples.REVIEWER;
import static cn.lingpao.evidencereview.domain.Samples.decision;
import static cn.lingpao.evidencereview.domain.Samples.every;
import static cn.lingpao.evidencereview.domain.Samples.observation;
import static cn.lingpao.evidencereview.domain.Samples.taken;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.evidencereview.domain.Cell;
import cn.lingpao.evidencereview.domain.CellId;
import cn.lingpao.evidencereview.domain.Check;
import cn.lingpao.evidencereview.domain.ReviewMode;
import cn.lingpao.evidencereview.domain.Sample;
import cn.lingpao.evidencereview.domain.Sampling;
import cn.lingpao.evidencereview.domain.Trust;
import cn.lingpao.evidencereview.domain.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of cells must do. */
public abstract class CellsKit {

    private static final Paging ALL = new Paging(0, 500);

    protected abstract Cells cells();

    /** The ids of the verdicts that were told, in order. */
    protected abstract List<String> told();

    @Test
    void a_cell_is_loaded_as_it_was_saved() {
        Cell cell = cell("full", "t", ReviewMode.DOUBLE)
                .observe(List.of(
                        observation("o1", Value.number(new BigDecimal("12.50")), 1),
                        observation("o2", Value.undetermined("dns"), 2),
                        observation("o3", Value.grade("part"), 3)));
        Cell loaded = saved(cell);
        assertThat(loaded.observations()).isEqualTo(cell.observations());
        assertThat(loaded.version()).isEqualTo(1);
        Cell disputed = saved(
                taken(taken(loaded.decide(decision("r", MET), REVIEWER)).decide(decision("s", NOT_MET), REVIEWER)));
        assertThat(disputed.state().decisions()).containsExactly(decision("r", MET), decision("s", NOT_MET));
        Cell decided = saved(taken(disputed.decide(decision("a", NOT_MET), ARBITER)));
        assertThat(decided.verdict()).isNotNull();
        assertThat(decided.reached()).isEmpty();
        Cell reopened = saved(decided.observe(List.of(observation("o4", MET, 4))));
        assertThat(reopened.past()).hasSize(3);
        assertThat(reopened.verdict()).isEqualTo(decided.verdict());
        assertThat(reopened.version()).isEqualTo(4);
        assertThat(told()).contains("full/t/double#1");
    }

    @Test
    void only_the_first_of_two_writers_is_let_through() {
        Cell base = saved(cell("race", "t", ReviewMode.SINGLE).observe(List.of(observation("o1", MET, 1))));
        Cell mine = base.observe(List.of(observation("o2", MET, 2)));
        Cell theirs = base.observe(List.of(observation("o3", MET, 3)));
        Cell other = cell("race", "u", ReviewMode.SINGLE).observe(List.of(observation("o1", MET, 1)));
        assertThat(cells().save(List.of(mine))).isEmpty();
        assertThat(cells().save(List.of(theirs, other))).containsExactly(base.id());
        assertThat(cells().load(List.of(base.id(), other.id())).values())
                .extracting(cell -> cell.observations().size())
                .containsExactlyInAnyOrder(2, 1);
    }

    @Test
    void only_the_first_of_two_who_see_a_cell_first_is_let_through() {
        Cell mine = cell("first", "t", ReviewMode.NONE).observe(List.of(observation("o1", MET, 1)));
        Cell theirs = cell("first", "t", ReviewMode.NONE).observe(List.of(observation("o2", NOT_MET, 2)));
        assertThat(cells().save(List.of(mine))).isEmpty();
        assertThat(cells().save(List.of(theirs))).containsExactly(mine.id());
        assertThat(told()).containsOnlyOnce("first/t/none#1");
    }

    @Test
    void progress_counts_what_waits_for_whom() {
        Cell none = cell("counts", "n", ReviewMode.NONE)
                .observe(List.of(observation("o1", MET, 1), observation("o2", MET, 2)));
        Cell open = cell("counts", "o", ReviewMode.DOUBLE).observe(List.of(observation("o1", MET, 1)));
        Cell half = taken(cell("counts", "h", ReviewMode.DOUBLE)
                .observe(List.of(observation("o1", MET, 1)))
                .decide(decision("r", MET), REVIEWER));
        Cell disputed = taken(taken(cell("counts", "d", ReviewMode.DOUBLE)
                        .observe(List.of(observation("o1", MET, 1)))
                        .decide(decision("r", MET), REVIEWER))
                .decide(decision("s", NOT_MET), REVIEWER));
        cells().save(List.of(none, open, half, disputed));
        assertThat(cells().progress("counts")).isEqualTo(new Progress(5, 4, 1, 2, 1));
        assertThat(cells().progress("nowhere")).isEqualTo(new Progress(0, 0, 0, 0, 0));
        assertThat(cells().reviewed("counts", Set.of(Stage.OPEN, Stage.FIRST_DECISION), null, ALL)
                        .items())
                .extracting(cell -> cell.id().targetId())
                .containsExactly("h", "o");
        assertThat(cells().reviewed("counts", Set.of(Stage.DISPUTED), "d", ALL).total())
                .isEqualTo(1);
        assertThat(cells().reviewed("counts", Set.of(Stage.DISPUTED), "o", ALL).total())
                .isZero();
        assertThat(cells().withVerdict("counts", null, ALL).items())
                .extracting(cell -> cell.id().targetId())
                .containsExactly("n");
    }

    @Test
    void cells_come_page_by_page() {
        cells().save(IntStream.range(0, 7)
                .mapToObj(each -> cell("pages", "t" + each, ReviewMode.NONE).observe(List.of(observation("o", MET, 1))))
                .toList());
        Page<Cell> page = cells().withVerdict("pages", null, new Paging(1, 3));
        assertThat(page.total()).isEqualTo(7);
        assertThat(page.items()).extracting(cell -> cell.id().targetId()).containsExactly("t3", "t4", "t5");
    }

    @Test
    void a_cell_with_drawn_results_is_found_by_check_point_with_what_became_of_them() {
        Trust every = new Trust(every(), Set.of());
        CellId id = new CellId("drawn", "t", "none");
        Cell open = saved(
                Cell.unseen(id, "provincial", ReviewMode.NONE).observe(List.of(observation("o1", MET, 1)), every));
        assertThat(open.audit().sampled()).isTrue();
        assertThat(cells().sampled("drawn", "none"))
                .containsExactly(new SampledCell(id, open.audit().samples()));
        assertThat(cells().sampled("drawn", "other")).isEmpty();
        assertThat(cells().sampled("draw", null)).isEmpty();

        Cell decided = saved(taken(open.decide(decision("r", NOT_MET), REVIEWER)));

        assertThat(cells().sampled("drawn", null)).singleElement().satisfies(cell -> assertThat(cell.samples())
                .extracting(Sample::outcome)
                .containsExactly(Sample.Outcome.OVERTURNED));
        assertThat(decided.audit().sampled()).isFalse();
        assertThat(cells().sampled("counts", null)).isEmpty();
    }

    @Test
    void a_cell_of_which_nothing_is_drawn_any_more_is_found_no_more() {
        CellId id = new CellId("undrawn", "t", "none");
        Cell open = saved(Cell.unseen(id, "provincial", ReviewMode.NONE)
                .observe(List.of(observation("o1", MET, 1)), new Trust(every(), Set.of())));
        Cell trusted = saved(open.observe(List.of(observation("o2", NOT_MET, 2)), Trust.FULL));
        assertThat(cells().sampled("undrawn", null)).isEmpty();
        assertThat(Stage.of(trusted.state())).isEqualTo(Stage.UNREVIEWED);
    }

    @Test
    void the_cells_that_nobody_reviews_are_found_by_check_point() {
        Check robot = new Check("unreviewed", "robot", "none");
        Cell trusted = saved(cell("unreviewed", "a", ReviewMode.NONE).observe(List.of(observation("o1", MET, 1))));
        saved(cell("unreviewed", "b", ReviewMode.NONE)
                .observe(List.of(observation("o1", MET, 1)), new Trust(Sampling.NONE, Set.of(robot))));
        saved(cell("unreviewed", "c", ReviewMode.SINGLE).observe(List.of(observation("o1", MET, 1))));
        assertThat(cells().unreviewed("unreviewed", "none")).containsExactly(trusted.id());

        Cell doubted = saved(trusted.observe(List.of(), new Trust(Sampling.NONE, Set.of(robot))));

        assertThat(doubted.audit().fallen()).isTrue();
        assertThat(cells().unreviewed("unreviewed", "none")).isEmpty();
    }

    private Cell saved(Cell cell) {
        assertThat(cells().save(List.of(cell))).isEmpty();
        return cells().load(List.of(cell.id())).get(cell.id());
    }

    private static Cell cell(String campaign, String target, ReviewMode mode) {
        CellId id = new CellId(campaign, target, mode.name().toLowerCase(Locale.ROOT));
        return Cell.unseen(id, "provincial", mode);
    }
}
