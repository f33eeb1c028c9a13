package cn.lingpao.methodology.framework;

import cn.lingpao.methodology.yaml.Element;
import cn.lingpao.methodology.yaml.Fields;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the check points of a leaf. */
final class PointReader {

    private final Ids ids = new Ids("check point");

    List<CheckPoint> read(Element list, String nodeId, Defaults inherited) {
        List<CheckPoint> points = new ArrayList<>();
        List<Element> elements = list.elements();
        if (elements.isEmpty()) {
            list.fault("no-check-point", "is a leaf without a check point: add one");
        }
        for (Element element : elements) {
            element.fields().ifPresent(fields -> points.add(point(fields, nodeId, inherited)));
        }
        return points;
    }

    private CheckPoint point(Fields fields, String nodeId, Defaults inherited) {
        String id = fields.required("id").flatMap(ids::read).orElse("");
        Text text = fields.required("text").flatMap(Parts::prose).orElse(Parts.NO_TEXT);
        @Nullable
        Text evaluation = fields.optional("evaluation").flatMap(Parts::prose).orElse(null);
        Origin origin =
                fields.optional("origin").flatMap(e -> e.word(Origin.class)).orElse(Origin.SOURCE);
        BigDecimal points = fields.required("points").flatMap(Parts::positive).orElse(BigDecimal.ONE);
        Defaults own = inherited.overriddenBy(fields);
        Rule rule = RuleReader.read(fields);
        fields.done();
        return new CheckPoint(
                id, nodeId, text, evaluation, origin, rule, points, own.missing(), own.undetermined(), own.review());
    }
}
