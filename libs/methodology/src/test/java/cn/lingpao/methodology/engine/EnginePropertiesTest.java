package cn.lingpao.methodology.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.lingpao.methodology.framework.CheckPoint;
import cn.lingpao.methodology.framework.Node;
import cn.lingpao.methodology.framework.Rule;
import cn.lingpao.methodology.framework.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds for every framework and every input. A failure prints the seed that makes the group again. */
class EnginePropertiesTest {

    private static final BigDecimal NOISE = new BigDecimal("0.000000001");

    @Property(tries = 300)
    void every_score_lies_between_nothing_and_full_marks(@ForAll long seed) {
        RandomGroup group = RandomGroup.of(seed);
        BigDecimal full = group.framework().fullMarks();

        for (Sheet sheet : group.score().sheets()) {
            assertThat(sheet.nodes())
                    .filteredOn(node -> node.score() != null)
                    .allSatisfy(node -> assertThat(node.score()).isBetween(BigDecimal.ZERO, full));
            assertThat(sheet.bonus()).isBetween(BigDecimal.ZERO, BigDecimal.TEN);
            if (sheet.total() != null) {
                assertThat(sheet.total()).isBetween(BigDecimal.ZERO, full.add(BigDecimal.TEN));
            }
        }
    }

    @Property(tries = 300)
    void the_order_of_the_input_plays_no_part(@ForAll long seed, @ForAll long order) {
        RandomGroup group = RandomGroup.of(seed);

        assertThat(group.shuffled(order).score().sheets())
                .isEqualTo(group.score().sheets());
    }

    @Property(tries = 300)
    void a_plain_computation_in_exact_decimals_agrees_at_every_node(@ForAll long seed) {
        RandomGroup group = RandomGroup.of(seed);
        PlainScore plain = new PlainScore(group);

        for (Sheet sheet : group.score().sheets()) {
            for (Sheet.NodeScore node : sheet.nodes()) {
                Node described = group.framework().node(node.nodeId()).orElseThrow();
                Optional<BigDecimal> expected = plain.of(described, sheet.targetId());
                assertThat(node.state() == State.SCORED).isEqualTo(expected.isPresent());
                expected.ifPresent(score -> assertThat(node.score()).isCloseTo(score, within(NOISE)));
            }
        }
    }

    @Property(tries = 300)
    void a_point_met_instead_of_not_met_never_lowers_a_total(@ForAll long seed) {
        RandomGroup group = RandomGroup.of(seed);
        Optional<CheckPoint> checklist = group.framework().checkPoints().stream()
                .filter(point -> point.rule() instanceof Rule.Checklist)
                .findAny();
        checklist.ifPresent(point ->
                assertThat(total(group, point, Value.MET)).isGreaterThanOrEqualTo(total(group, point, Value.NOT_MET)));
    }

    @Property(tries = 200)
    void the_unit_of_the_weights_plays_no_part(@ForAll long seed) {
        List<Sheet> once = RandomGroup.of(seed).score().sheets();
        List<Sheet> scaled = RandomGroup.of(seed, 7).score().sheets();

        for (int t = 0; t < once.size(); t++) {
            BigDecimal total = once.get(t).total();
            assertThat(scaled.get(t).total() == null).isEqualTo(total == null);
            if (total != null) {
                assertThat(scaled.get(t).total()).isCloseTo(total, within(NOISE));
            }
        }
    }

    @Property(tries = 300)
    void a_competition_rank_is_one_more_than_the_number_of_better_totals(@ForAll long seed) {
        Random random = new Random(seed);
        List<Ranking.Candidate> members = new ArrayList<>();
        for (int t = 0; t < random.nextInt(40); t++) {
            BigDecimal total = random.nextInt(5) == 0 ? null : BigDecimal.valueOf(random.nextInt(12));
            members.add(new Ranking.Candidate("t" + t, null, total));
        }
        Ranking ranking = Ranking.of(RandomGroup.of(1).framework(), members);
        Collections.shuffle(members, random);

        assertThat(Ranking.of(RandomGroup.of(1).framework(), members)).isEqualTo(ranking);
        assertThat(ranking.entries()).hasSameSizeAs(members).allSatisfy(entry -> {
            BigDecimal total = entry.total();
            Integer rank = total == null ? null : 1 + (int) better(members, total);
            assertThat(entry.rank()).isEqualTo(rank);
        });
    }

    private static long better(List<Ranking.Candidate> members, BigDecimal total) {
        return members.stream()
                .filter(member -> member.total() != null && member.total().compareTo(total) > 0)
                .count();
    }

    private static BigDecimal total(RandomGroup group, CheckPoint point, Value value) {
        Map<String, Map<String, Answer>> cells = new HashMap<>(group.cells());
        Map<String, Answer> row = new HashMap<>(cells.get("t0"));
        row.put(point.id(), Answer.of(value));
        cells.put("t0", row);
        return Optional.ofNullable(Engine.score(group.framework(), group.roster(), cells, group.awards())
                        .sheet("t0")
                        .orElseThrow()
                        .total())
                .orElseThrow();
    }
}
