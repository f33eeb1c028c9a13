package cn.lingpao.methodology.engine;

import static cn.lingpao.methodology.engine.Frameworks.number;
import static cn.lingpao.methodology.engine.Frameworks.score;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.methodology.framework.Framework;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is published beside the tree. */
class FigureTest {

    private static final Framework FRAMEWORK = Frameworks.of(
            "figures:\n"
                    + "  - {id: efficiency, of: out, dividedBy: in}\n"
                    + "  - {id: gap, of: efficiency, dividedBy: f, normalise: {method: linear, minus: 1, divideBy: -1}}",
            "- {id: in, name: In, measure: {}}\n- {id: out, name: Out, measure: {}}");

    /** In, out; out ÷ in; 1 − that ÷ their mean. */
    @ParameterizedTest
    @CsvSource({"8, 2, 0.25, 0.95", "4, 0, 0, 1", "0, 5, DENOMINATOR_ZERO, DENOMINATOR_ZERO", ", 5, MISSING, MISSING"})
    void a_figure_is_one_score_divided_by_another(String in, String out, String efficiency, String gap) {
        Map<String, Answer> answers =
                in == null ? Map.of("out", number(out)) : Map.of("in", number(in), "out", number(out));

        assertThat(score(FRAMEWORK, Map.of("t", answers)).sheets().getFirst().figures())
                .extracting(FigureTest::shown)
                .containsExactly(efficiency, gap);
    }

    private static String shown(Sheet.NodeScore figure) {
        return figure.score() != null
                ? figure.score().toPlainString()
                : String.valueOf(figure.undefined() == null ? figure.state() : figure.undefined());
    }
}
