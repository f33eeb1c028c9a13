package cn.lingpao.methodology.engine;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.methodology.framework.Framework;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is brought up to date change by change is what a new group computes, bit for bit; a failure prints the seed. */
class LiveGroupTest {

    private static final String[] FIGURES = {"f", "scaled", "n0"};

    @Property(tries = 600)
    void a_history_of_changes_ends_where_a_new_group_starts(@ForAll long seed) {
        Random random = new Random(seed);
        Framework framework = RandomMethod.framework(seed);
        int targets = 1 + random.nextInt(12);
        Basis basis = new Basis(Map.of("before", RandomMethod.cells(random, framework, 1 + random.nextInt(5))));
        List<Member> roster = IntStream.range(0, targets)
                .mapToObj(t -> new Member("t" + t, t % 3 == 0 ? null : "1" + t % 5))
                .toList();
        CompiledFramework compiled = CompiledFramework.of(framework);
        Group live = Group.of(compiled, roster, basis);
        Map<String, Map<String, Answer>> cells = new TreeMap<>(RandomMethod.cells(random, framework, targets));
        Map<String, BigDecimal> awards = new HashMap<>();
        live.setAll(cells);
        live.refresh();
        for (int step = 0; step < 25; step++) {
            change(random, framework, live, cells, awards, targets);
            if (random.nextInt(3) > 0) {
                live.refresh();
            }
        }
        live.refresh();

        assertSame(live, fresh(compiled, roster, basis, cells, awards));
    }

    @Property(tries = 60)
    void many_children_of_one_node_are_summed_alike(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder nodes = new StringBuilder();
        int width = 17 + random.nextInt(40);
        for (int m = 0; m < width; m++) {
            nodes.append("- {id: m%d, name: M, weight: %d, measure: {normalise: %s}}\n"
                    .formatted(m, random.nextInt(7) + (m == 0 ? 1 : 0), random.nextBoolean() ? "min-max" : "z-score"));
        }
        Framework framework = Frameworks.of(random.nextBoolean() ? "" : "aggregation: sum", nodes.toString());
        CompiledFramework compiled = CompiledFramework.of(framework);
        List<Member> roster =
                IntStream.range(0, 9).mapToObj(t -> new Member("t" + t, null)).toList();
        Group live = Group.of(compiled, roster);
        Map<String, Map<String, Answer>> cells = new TreeMap<>(RandomMethod.cells(random, framework, 9));
        live.setAll(cells);
        live.refresh();
        for (int step = 0; step < 40; step++) {
            change(random, framework, live, cells, new HashMap<>(), 9);
            if (random.nextBoolean()) {
                live.refresh();
            }
        }
        live.refresh();
        Group fresh = fresh(compiled, roster, Basis.NONE, cells, Map.of());

        for (int row = 0; row < 9; row++) {
            assertThat((Double) live.total(row)).isEqualTo((Double) fresh.total(row));
            assertThat((Double) live.rank(row)).isEqualTo((Double) fresh.rank(row));
        }
    }

    private static void change(
            Random random,
            Framework framework,
            Group live,
            Map<String, Map<String, Answer>> cells,
            Map<String, BigDecimal> awards,
            int targets) {
        String target = "t" + random.nextInt(targets);
        if (random.nextInt(10) == 0) {
            awards.put(target, BigDecimal.valueOf(random.nextInt(14)));
            live.award(target, awards.get(target));
            return;
        }
        String input = framework
                .points()
                .get(random.nextInt(framework.points().size()))
                .id();
        Answer answer = RandomMethod.answer(random, framework, input);
        live.set(target, input, answer);
        if (answer == null) {
            cells.get(target).remove(input);
        } else {
            cells.get(target).put(input, answer);
        }
    }

    private static Group fresh(
            CompiledFramework compiled,
            List<Member> roster,
            Basis basis,
            Map<String, Map<String, Answer>> cells,
            Map<String, BigDecimal> awards) {
        Group fresh = Group.of(compiled, roster, basis);
        fresh.setAll(cells);
        awards.forEach(fresh::award);
        fresh.refresh();
        return fresh;
    }

    private static void assertSame(Group live, Group fresh) {
        for (int row = 0; row < live.targets().size(); row++) {
            for (int node = 0; node < live.framework.nodeCount(); node++) {
                String where =
                        live.framework.nodeId(node) + " of " + live.targets().get(row);
                assertThat(live.state(node, row)).as(where).isEqualTo(fresh.state(node, row));
                assertThat(Double.doubleToRawLongBits(live.score(node, row)))
                        .as(where)
                        .isEqualTo(Double.doubleToRawLongBits(fresh.score(node, row)));
            }
            assertThat((Double) live.rank(row)).isEqualTo((Double) fresh.rank(row));
            for (String figure : FIGURES) {
                assertThat((Double) live.rank(figure, row)).as(figure).isEqualTo((Double) fresh.rank(figure, row));
            }
        }
        assertThat(live.result().sheets()).isEqualTo(fresh.result().sheets());
    }
}
