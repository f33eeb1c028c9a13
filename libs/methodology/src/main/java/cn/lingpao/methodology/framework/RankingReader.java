package cn.lingpao.methodology.framework;

import cn.lingpao.methodology.yaml.Element;
import cn.lingpao.methodology.yaml.Fields;

/** Reads how totals become ranks. */
final class RankingReader {

    private final References references;

    RankingReader(References references) {
        this.references = references;
    }

    RankingRule read(Fields top) {
        return top.optional("ranking").flatMap(Element::fields).map(this::rule).orElse(RankingRule.UNSAID);
    }

    private RankingRule rule(Fields fields) {
        RankingRule usual = RankingRule.UNSAID;
        RankingRule rule = new RankingRule(
                fields.optional("method")
                        .flatMap(e -> e.word(RankingRule.Method.class))
                        .orElse(usual.method()),
                fields.optional("basis").flatMap(Parts::basis).orElse(null),
                fields.optional("order")
                        .flatMap(e -> e.word(RankingRule.Order.class))
                        .orElse(usual.order()),
                fields.optional("direction").flatMap(Parts::direction).orElse(usual.direction()),
                fields.optional("of")
                        .flatMap(e -> references.read(e, References.Wanted.SCORED))
                        .orElse(null),
                fields.optional("tieDisplay").flatMap(Element::text).orElse(usual.tieDisplay()));
        fields.done();
        return rule;
    }
}
