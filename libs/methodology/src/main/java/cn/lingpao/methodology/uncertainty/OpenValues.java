package cn.lingpao.methodology.uncertainty;

import cn.lingpao.methodology.engine.Answer;
import cn.lingpao.methodology.framework.CheckPoint;
import cn.lingpao.methodology.framework.Rule;
import cn.lingpao.methodology.framework.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The values that are not settled, and what each of them may be. */
final class OpenValues {

    /** A value that is drawn. */
    record Cell(String targetId, String pointId, List<Answer> choices) {

        /** The choice for a number from 0 to below 1. */
        Answer choice(double drawn) {
            return choices.get((int) (drawn * choices.size()));
        }
    }

    private final Assessment assessment;
    private final Map<String, List<Value>> found = new LinkedHashMap<>();

    private OpenValues(Assessment assessment) {
        this.assessment = assessment;
    }

    /** In the order of targets and points, whatever the order of the answers. */
    static List<Cell> of(Assessment assessment, boolean undetermined, Map<String, Map<String, List<Value>>> disputed) {
        return new OpenValues(assessment).cells(undetermined, disputed);
    }

    private List<Cell> cells(boolean undetermined, Map<String, Map<String, List<Value>>> disputed) {
        Map<String, Map<String, List<Value>>> open = new TreeMap<>();
        assessment.roster().forEach(member -> open.put(member.targetId(), new TreeMap<>()));
        if (undetermined) {
            open.forEach(this::undetermined);
        }
        disputed.forEach((target, points) -> {
            Map<String, List<Value>> own = open.get(target);
            if (own == null) {
                throw new IllegalArgumentException("there is no target " + target);
            }
            points.forEach((point, values) -> own.put(point, checked(point, values)));
        });
        List<Cell> cells = new ArrayList<>();
        open.forEach((target, points) -> points.forEach((point, values) -> {
            if (!values.isEmpty()) {
                cells.add(
                        new Cell(target, point, values.stream().map(Answer::of).toList()));
            }
        }));
        return cells;
    }

    private void undetermined(String target, Map<String, List<Value>> open) {
        assessment.answers().getOrDefault(target, Map.of()).forEach((pointId, answer) -> {
            if (answer.value() == Value.UNDETERMINED) {
                assessment
                        .framework()
                        .checkPoint(pointId)
                        .ifPresent(point -> open.put(pointId, found.computeIfAbsent(pointId, id -> possible(point))));
            }
        });
    }

    private List<Value> checked(String point, List<Value> values) {
        values.forEach(value -> assessment.framework().accepts(point, value).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        }));
        return List.copyOf(values);
    }

    private List<Value> possible(CheckPoint point) {
        return switch (point.rule()) {
            case Rule.Checklist checklist -> List.of(Value.NOT_MET, Value.MET);
            case Rule.Graded graded ->
                graded.grades().keySet().stream().map(Value::grade).toList();
            case Rule.Benchmark benchmark -> numbers(point.id());
            case Rule.Ratio ratio -> numbers(point.id());
            case Rule.Tiers tiers -> numbers(point.id());
            case Rule.Count count -> numbers(point.id());
            case Rule.Given given -> numbers(point.id());
            case Rule.Measure measure -> numbers(point.id());
        };
    }

    /** The numbers found at a check point, ascending, each as often as it was found. */
    private List<Value> numbers(String pointId) {
        return assessment.roster().stream()
                .flatMap(member -> Stream.ofNullable(assessment
                        .answers()
                        .getOrDefault(member.targetId(), Map.of())
                        .get(pointId)))
                .map(Answer::value)
                .filter(Value.Number.class::isInstance)
                .map(Value.Number.class::cast)
                .map(Value.Number::number)
                .sorted()
                .map(Value::number)
                .toList();
    }
}
