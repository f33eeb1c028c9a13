package cn.lingpao.portal.web;

import cn.lingpao.portal.results.Ranking;
import cn.lingpao.portal.results.Release;
import cn.lingpao.portal.results.Words;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something about a score that was decided and not computed, beside the part that it is about.
 *
 * @param override a score was set; otherwise a part was dropped for everybody
 * @param part a node by its name, a check point by its id
 * @param score the score that was set; empty for a dropped part
 * @param author empty where nobody is named; likewise {@code at}, an ISO date or a time with its offset
 */
public record Decided(boolean override, Words part, String score, String reason, String author, String at) {

    /** Each decision once, in the order in which they are first met. */
    static List<Decided> of(Release.Framework framework, Collection<@Nullable List<Ranking.Decision>> decisions) {
        return decisions.stream()
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .map(decision -> of(framework, decision))
                .distinct()
                .toList();
    }

    private static Decided of(Release.Framework framework, Ranking.Decision decision) {
        Optional<Words> name = framework.nodes().stream()
                .map(Release.Placed::node)
                .filter(node -> node.id().equals(decision.id()))
                .map(Release.Node::name)
                .findFirst();
        return new Decided(
                decision.override(),
                name.orElseGet(() -> framework.tree().id().equals(decision.id())
                        ? framework.tree().name()
                        : new Words(decision.id(), decision.id())),
                decision.score() == null ? "" : Numbers.plain(decision.score()),
                decision.reason(),
                Objects.requireNonNullElse(decision.author(), ""),
                Objects.requireNonNullElse(decision.at(), ""));
    }
}
