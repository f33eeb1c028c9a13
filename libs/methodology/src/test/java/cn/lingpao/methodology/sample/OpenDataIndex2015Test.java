package cn.lingpao.methodology.sample;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.methodology.engine.Answer;
import cn.lingpao.methodology.engine.Engine;
import cn.lingpao.methodology.engine.GroupResult;
import cn.lingpao.methodology.engine.Member;
import cn.lingpao.methodology.engine.Ranking;
import cn.lingpao.methodology.engine.Sheet;
import cn.lingpao.methodology.engine.State;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Value;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The engine is right when it reproduces what others have published. */
class OpenDataIndex2015Test {

    private static final String SAMPLE = "godi-2015";
    private static final Pattern ROW =
            Pattern.compile("\\{\"target\":\"([^\"]+)\",\"checkPoint\":\"([^\"]+)\",\"value\":\"([A-Z_]+)\".*");

    private static final Framework FRAMEWORK = Samples.framework(SAMPLE);
    private static final List<String[]> PLACES = Samples.rows(SAMPLE, "expected-places.csv");
    private static final GroupResult RESULT = score();

    @Test
    void every_published_entry_score_is_reproduced() {
        List<String[]> entries = Samples.rows(SAMPLE, "expected-entries.csv");

        assertThat(entries).hasSize(1586).allSatisfy(entry -> assertThat(
                        node(entry[0], entry[1]).score())
                .describedAs("%s %s", entry[0], entry[1])
                .isEqualByComparingTo(entry[2]));
    }

    @Test
    void every_published_score_is_reproduced() {
        assertThat(PLACES).hasSize(122).allSatisfy(place -> assertThat(
                        sheet(place[0]).total())
                .describedAs(place[0])
                .isEqualByComparingTo(place[1]));
    }

    @Test
    void every_published_rank_is_reproduced() {
        List<Ranking.Candidate> candidates = RESULT.sheets().stream()
                .map(sheet -> new Ranking.Candidate(sheet.targetId(), null, sheet.total()))
                .toList();
        Map<String, Integer> ranks = new HashMap<>();
        Ranking.of(FRAMEWORK, candidates).entries().forEach(entry -> ranks.put(entry.targetId(), entry.rank()));

        assertThat(PLACES)
                .allSatisfy(place ->
                        assertThat(ranks.get(place[0])).describedAs(place[0]).isEqualTo(Integer.valueOf(place[2])));
    }

    @Test
    void the_two_datasets_dropped_after_collection_play_no_part() {
        assertThat(node("tw", "timetables"))
                .isEqualTo(new Sheet.NodeScore("timetables", State.EXCLUDED, null, false, null, null, List.of()));
        assertThat(node("tw", "health").state()).isEqualTo(State.EXCLUDED);
    }

    private static Sheet sheet(String target) {
        return RESULT.sheet(target).orElseThrow();
    }

    private static Sheet.NodeScore node(String target, String node) {
        return sheet(target).nodes().stream()
                .filter(each -> each.nodeId().equals(node))
                .findFirst()
                .orElseThrow();
    }

    private static GroupResult score() {
        Map<String, Map<String, Answer>> cells = new HashMap<>();
        Samples.text(SAMPLE, "observations.ndjson").lines().forEach(line -> {
            Matcher row = ROW.matcher(line);
            assertThat(row.matches()).describedAs(line).isTrue();
            cells.computeIfAbsent(row.group(1), target -> new HashMap<>())
                    .put(row.group(2), Answer.of(Value.Word.valueOf(row.group(3))));
        });
        List<Member> roster =
                PLACES.stream().map(place -> new Member(place[0], null)).toList();
        assertThat(cells.values().stream().mapToInt(Map::size).sum()).isEqualTo(14_274);
        return Engine.score(FRAMEWORK, roster, cells, Map.<String, BigDecimal>of());
    }
}
