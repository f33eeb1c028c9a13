package cn.lingpao.methodology.sample;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.methodology.engine.Answer;
import cn.lingpao.methodology.engine.CompiledFramework;
import cn.lingpao.methodology.engine.Engine;
import cn.lingpao.methodology.engine.GroupResult;
import cn.lingpao.methodology.engine.Member;
import cn.lingpao.methodology.engine.Sheet;
import cn.lingpao.methodology.framework.CheckPoint;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Rule;
import cn.lingpao.methodology.framework.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The worked examples of the how-to have the results that it tells. */
class WorkedExamplesTest {

    private static final Pattern EXAMPLE =
            Pattern.compile("```yaml\n(id: [^`]*?)```\\s+```csv\n(.*?)```", Pattern.DOTALL);

    @Test
    void the_numeric_index() throws IOException {
        GroupResult result = score(0);

        assertThat(total(result, "dorland")).isEqualByComparingTo("0.980");
        assertThat(total(result, "arland")).isEqualByComparingTo("0.912");
        assertThat(total(result, "borland")).isEqualByComparingTo("0.697");
        assertThat(total(result, "corland")).isEqualByComparingTo("0.501");
        assertThat(total(result, "erland")).isNull();
        assertThat(node(result, "borland", "health")).isEqualByComparingTo("0.789230769");
        assertThat(node(result, "borland", "education")).isEqualByComparingTo("0.618888889");
        assertThat(node(result, "borland", "income")).isEqualByComparingTo("0.692585616");
    }

    @Test
    void the_checklist_index() throws IOException {
        GroupResult result = score(1);

        assertThat(node(result, "north", "supply")).isEqualByComparingTo("100");
        assertThat(node(result, "north", "use")).isEqualByComparingTo("103");
        assertThat(total(result, "north")).isEqualByComparingTo("101.2");
        assertThat(node(result, "south", "supply")).isEqualByComparingTo("60");
        assertThat(node(result, "south", "use")).isEqualByComparingTo("45");
        assertThat(total(result, "south")).isEqualByComparingTo("54");
        assertThat(node(result, "west", "use")).isEqualByComparingTo("100");
        assertThat(total(result, "west")).isEqualByComparingTo("40");
    }

    private static GroupResult score(int example) throws IOException {
        MatchResult found = EXAMPLE.matcher(Files.readString(Path.of("docs/how-to-write-a-framework.md")))
                .results()
                .toList()
                .get(example);
        Framework framework = Framework.parse(found.group(1));
        List<String[]> rows =
                found.group(2).lines().map(line -> line.split(",", -1)).toList();
        Map<String, Map<String, Answer>> cells = new LinkedHashMap<>();
        for (String[] row : rows.subList(1, rows.size())) {
            Map<String, Answer> answers = new HashMap<>();
            for (int i = 1; i < row.length; i++) {
                if (!row[i].isEmpty()) {
                    answers.put(rows.getFirst()[i], Answer.of(value(framework, rows.getFirst()[i], row[i])));
                }
            }
            cells.put(row[0], answers);
        }
        List<Member> roster =
                cells.keySet().stream().map(id -> new Member(id, null)).toList();
        return Engine.score(CompiledFramework.of(framework), roster, cells, Map.of());
    }

    private static Value value(Framework framework, String id, String text) {
        Rule rule = framework.checkPoint(id).map(CheckPoint::rule).orElseThrow();
        return switch (rule) {
            case Rule.Checklist checklist -> text.equals("√") ? Value.MET : Value.NOT_MET;
            case Rule.Graded graded -> Value.grade(text);
            default -> Value.number(new BigDecimal(text));
        };
    }

    private static BigDecimal total(GroupResult result, String target) {
        return result.sheet(target).orElseThrow().total();
    }

    private static BigDecimal node(GroupResult result, String target, String node) {
        return result.sheet(target).orElseThrow().nodes().stream()
                .filter(score -> score.nodeId().equals(node))
                .findFirst()
                .map(Sheet.NodeScore::score)
                .orElseThrow();
    }
}
