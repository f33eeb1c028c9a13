package cn.lingpao.cli.sample;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.methodology.engine.Answer;
import cn.lingpao.methodology.engine.Engine;
import cn.lingpao.methodology.engine.GroupResult;
import cn.lingpao.methodology.engine.Member;
import cn.lingpao.methodology.engine.Ranking;
import cn.lingpao.methodology.engine.Sheet;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Two computations that share no code agree on the demonstration. */
class PlainScoresTest {

    @TempDir
    static Path dir;

    private static Framework framework;
    private static PlainInput input;
    private static PlainScores plain;

    @BeforeAll
    static void compute() throws IOException {
        DemoCampaign.write(dir, DemoCampaign.DEFAULT_SEED);
        framework = Framework.parse(Files.readString(dir.resolve("framework.yml")));
        input = PlainInput.read(dir, yaml("campaign.yml"), yaml("framework.yml"));
        plain = PlainScores.of(dir);
    }

    @Test
    void every_node_of_every_place_has_the_score_and_state_of_the_engine() {
        for (String target : input.targets()) {
            for (Sheet.NodeScore node : sheet(target).nodes()) {
                assertThat(plain.nodes().get(target).get(node.nodeId()))
                        .as(target + " " + node.nodeId())
                        .isEqualTo(node.score());
                assertThat(plain.states().get(target).get(node.nodeId()))
                        .as(target + " " + node.nodeId())
                        .isEqualTo(node.state().name());
            }
        }
    }

    @Test
    void every_place_has_the_total_the_bonus_and_the_level_of_the_engine() {
        for (String target : input.targets()) {
            Sheet sheet = sheet(target);
            assertThat(plain.total(target)).as(target).isEqualTo(sheet.total());
            assertThat(plain.bonuses().get(target)).as(target).isEqualByComparingTo(sheet.bonus());
            assertThat(plain.level(target)).as(target).isEqualTo(sheet.level());
        }
    }

    @Test
    void every_list_has_the_ranks_of_the_engine() {
        for (String list : plain.lists()) {
            List<Ranking.Candidate> members = input.members(list).stream()
                    .map(target ->
                            new Ranking.Candidate(target, null, sheet(target).total()))
                    .toList();
            Map<String, Integer> ranks = new TreeMap<>();
            Ranking.of(framework, members).entries().forEach(entry -> ranks.put(entry.targetId(), entry.rank()));

            assertThat(plain.ranks(list)).as(list).isEqualTo(ranks);
        }
    }

    @Test
    void the_lists_have_32_27_and_15_members() {
        assertThat(plain.ranks("provincial")).hasSize(32);
        assertThat(plain.ranks("capital")).hasSize(27);
        assertThat(plain.ranks("sub-provincial")).hasSize(15);
    }

    @Test
    void places_that_are_alike_share_a_rank_and_the_next_rank_follows() {
        Map<String, Integer> ranks = plain.ranks("provincial");

        assertThat(ranks.get("x27")).isEqualTo(ranks.get("x28"));
        assertThat(ranks.values().stream().max(Integer::compare)).hasValue(31);
    }

    @Test
    void the_invented_places_reach_every_level_and_leave_leaves_without_a_score() {
        List<String> levels = plain.nodes().keySet().stream().map(plain::level).toList();
        List<String> leaves = plain.states().values().stream()
                .flatMap(states -> states.values().stream())
                .toList();

        assertThat(levels).contains("outstanding", "excellent", "good", "developing", "starting");
        assertThat(leaves).contains("SCORED", "MISSING", "UNDETERMINED");
    }

    @Test
    void the_awards_of_one_place_are_cut_at_the_cap() {
        assertThat(plain.bonuses().values()).contains(BigDecimal.TEN).contains(BigDecimal.ZERO);
    }

    private static Sheet sheet(String target) {
        return Results.GROUPS
                .computeIfAbsent(input.groupOf(target), PlainScoresTest::score)
                .sheet(target)
                .orElseThrow();
    }

    private static GroupResult score(List<String> group) {
        Map<String, Map<String, Answer>> cells = new HashMap<>();
        Map<String, BigDecimal> awards = new HashMap<>();
        for (String target : group) {
            Map<String, Answer> row = new HashMap<>();
            framework.checkPoints().forEach(point -> {
                Object verdict = input.verdict(target, point.id());
                if (verdict != null) {
                    row.put(point.id(), Answer.of(value(verdict)));
                }
            });
            cells.put(target, row);
            awards.put(target, input.awarded(target));
        }
        List<Member> roster = group.stream().map(id -> new Member(id, null)).toList();
        return Engine.score(framework, roster, cells, awards);
    }

    private static Value value(Object verdict) {
        if (verdict instanceof BigDecimal number) {
            return Value.number(number);
        }
        return switch ((String) verdict) {
            case "MET" -> Value.MET;
            case "NOT_MET" -> Value.NOT_MET;
            case "NOT_APPLICABLE" -> Value.NOT_APPLICABLE;
            case "UNDETERMINED" -> Value.UNDETERMINED;
            default -> Value.grade((String) verdict);
        };
    }

    private static Map<?, ?> yaml(String file) throws IOException {
        return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(dir.resolve(file)));
    }

    /** The engine's results by group, computed once. */
    private static final class Results {
        static final Map<List<String>, GroupResult> GROUPS = new HashMap<>();
    }
}
