package cn.lingpao.cli.score;

import cn.lingpao.methodology.engine.Group;
import cn.lingpao.methodology.explanation.Circumstances;
import cn.lingpao.methodology.explanation.Explainer;
import cn.lingpao.methodology.explanation.Explanation;
import cn.lingpao.methodology.explanation.Explanation.Named;
import cn.lingpao.methodology.explanation.ExplanationText;
import cn.lingpao.methodology.explanation.ScoreChange;
import cn.lingpao.methodology.explanation.ScoreChangeText;
import cn.lingpao.methodology.explanation.ScoreChanges;
import cn.lingpao.methodology.explanation.ScoreChanges.Moment;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Explains the scores of a scoring. */
final class Explanations {

    private final Input input;
    private final Scoring scoring;
    private final Outcome outcome;

    Explanations(Input input, Scoring scoring, Outcome outcome) {
        this.input = input;
        this.scoring = scoring;
        this.outcome = outcome;
    }

    /** A target, and the node of it that is asked for. */
    record Asked(String target, String node) {}

    /** Reads {@code ID} or {@code ID/NODE}; a target may have a slash in its id. */
    Asked asked(String words) {
        int slash = words.lastIndexOf('/');
        return slash < 0 || outcome.target(words).isPresent()
                ? new Asked(words, input.framework().id())
                : new Asked(words.substring(0, slash), words.substring(slash + 1));
    }

    /** Why nothing can be explained; empty when it can. */
    Optional<String> fault(Asked asked) {
        if (outcome.target(asked.target()).isEmpty()) {
            return Optional.of("there is no target '" + asked.target() + "' to explain");
        }
        return input.framework().node(asked.node()).isPresent()
                ? Optional.empty()
                : Optional.of("%s has no node '%s' to explain: name one of its nodes"
                        .formatted(input.framework().ref(), asked.node()));
    }

    List<String> text(Asked asked) {
        return outcome.target(asked.target())
                .flatMap(placed -> explainer(placed).explain(asked.node()))
                .map(ExplanationText::lines)
                .orElse(List.of());
    }

    Explanation of(Outcome.Placed placed) {
        return explainer(placed).explain();
    }

    private Explainer explainer(Outcome.Placed placed) {
        Values.Row row = input.values().row(placed.place().id());
        return new Explainer(
                input.framework(),
                placed.sheet(),
                new Circumstances(
                        null,
                        placed.place().group().isEmpty() ? null : placed.place().group(),
                        this::named,
                        null,
                        point -> null,
                        point -> row == null || row.evidence.get(point) == null
                                ? List.of()
                                : List.of(row.evidence.get(point).split("[;,\\s]+"))));
    }

    /** What changed since the earlier values. */
    List<String> change(Asked asked, Values before) {
        if (before.row(asked.target()) == null) {
            return List.of("'" + asked.target() + "' has no values in the earlier file");
        }
        List<Places.Place> then = input.places().byId().values().stream()
                .filter(place -> before.row(place.id()) != null)
                .toList();
        Group earlier = Scoring.of(input, then, before).group(asked.target());
        ScoreChange change = new ScoreChanges(input.framework(), this::named)
                .between(
                        moment(earlier, before, asked.target()),
                        moment(scoring.group(asked.target()), input.values(), asked.target()),
                        asked.target(),
                        asked.node());
        return ScoreChangeText.lines(change);
    }

    private static Moment moment(Group group, Values values, String target) {
        Values.Row row = values.row(target);
        BigDecimal award = row == null || row.award == null ? BigDecimal.ZERO : row.award;
        return new Moment(group, values.answers(target), award);
    }

    private Named named(String target) {
        String name = input.name(target);
        return new Named(target, name, null);
    }
}
