package cn.lingpao.publication.adapter.reference;

import cn.lingpao.methodology.framework.CheckPoint;
import cn.lingpao.methodology.framework.Node;
import cn.lingpao.methodology.framework.Text;
import cn.lingpao.publication.domain.Framework;
import cn.lingpao.publication.domain.Words;
import java.util.Locale;

/** Takes from a framework's document what a reader of results needs. */
final class FrameworkOutline {

    private FrameworkOutline() {}

    static Framework of(String hash, String document) {
        cn.lingpao.methodology.framework.Framework framework =
                cn.lingpao.methodology.framework.Framework.parse(document);
        return new Framework(
                framework.ref(),
                hash,
                words(framework.name()),
                framework
                        .source()
                        .map(source -> new Framework.Source(source.title(), source.url(), source.licence()))
                        .orElse(null),
                framework.fullMarks(),
                framework
                        .weights()
                        .map(weights -> new Framework.Weights(
                                weights.origin().name().toLowerCase(Locale.ROOT), words(weights.label())))
                        .orElse(null),
                framework.levelNames().stream().map(FrameworkOutline::words).toList(),
                framework.levels().stream()
                        .map(level -> new Framework.Level(level.id(), words(level.name()), level.from()))
                        .toList(),
                framework
                        .bonus()
                        .map(bonus -> new Framework.Bonus(bonus.id(), words(bonus.name()), bonus.cap()))
                        .orElse(null),
                node(framework.root()),
                framework.figures().stream()
                        .map(figure -> new Framework.Figure(figure.id(), words(figure.name()), figure.of()))
                        .toList());
    }

    private static Framework.Node node(Node node) {
        return new Framework.Node(
                node.id(),
                words(node.name()),
                node.weight(),
                node.exclusion() == null ? null : node.exclusion().reason(),
                node.children().stream().map(FrameworkOutline::node).toList(),
                node.checkPoints().stream().map(CheckPoint::id).toList());
    }

    private static Words words(Text text) {
        return new Words(text.zh(), text.en());
    }
}
