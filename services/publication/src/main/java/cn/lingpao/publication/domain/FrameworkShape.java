package cn.lingpao.publication.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A framework as a release shows it: names, weights and grades, without check points. */
final class FrameworkShape {

    private FrameworkShape() {}

    static Map<String, @Nullable Object> of(Framework framework) {
        Map<String, @Nullable Object> shape = new LinkedHashMap<>();
        shape.put("ref", framework.ref());
        shape.put("hash", framework.hash());
        shape.put("name", words(framework.name()));
        shape.put("source", source(framework.source()));
        shape.put("fullMarks", framework.fullMarks());
        shape.put("weights", weights(framework.weights()));
        shape.put(
                "levelNames",
                framework.levelNames().stream().map(FrameworkShape::words).toList());
        shape.put(
                "levels", framework.levels().stream().map(FrameworkShape::level).toList());
        shape.put("bonus", bonus(framework.bonus()));
        shape.put("tree", node(framework.root()));
        if (!framework.figures().isEmpty()) {
            shape.put(
                    "figures",
                    framework.figures().stream().map(FrameworkShape::figure).toList());
        }
        return shape;
    }

    private static @Nullable Map<String, @Nullable Object> source(Framework.@Nullable Source source) {
        if (source == null) {
            return null;
        }
        Map<String, @Nullable Object> shape = new LinkedHashMap<>();
        shape.put("title", source.title());
        shape.put("url", source.url());
        shape.put("licence", source.licence());
        return shape;
    }

    static Map<String, Object> words(Words words) {
        return Map.of("zh", words.zh(), "en", words.en());
    }

    private static @Nullable Map<String, Object> weights(Framework.@Nullable Weights weights) {
        return weights == null ? null : Map.of("origin", weights.origin(), "label", words(weights.label()));
    }

    private static Map<String, Object> figure(Framework.Figure figure) {
        return Map.of("id", figure.id(), "name", words(figure.name()), "of", figure.of());
    }

    private static Map<String, Object> level(Framework.Level level) {
        return Map.of("id", level.id(), "name", words(level.name()), "from", level.from());
    }

    private static @Nullable Map<String, Object> bonus(Framework.@Nullable Bonus bonus) {
        return bonus == null ? null : Map.of("id", bonus.id(), "name", words(bonus.name()), "cap", bonus.cap());
    }

    private static Map<String, @Nullable Object> node(Framework.Node node) {
        Map<String, @Nullable Object> shape = new LinkedHashMap<>();
        shape.put("id", node.id());
        shape.put("name", words(node.name()));
        shape.put("weight", node.weight());
        shape.put("excluded", node.excluded());
        List<Map<String, @Nullable Object>> children =
                node.children().stream().map(FrameworkShape::node).toList();
        shape.put("nodes", children);
        return shape;
    }
}
