package cn.lingpao.methodology.difference;

import cn.lingpao.methodology.difference.Change.Kind;
import cn.lingpao.methodology.framework.Bonus;
import cn.lingpao.methodology.framework.Figure;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Level;
import cn.lingpao.methodology.framework.RankingRule;
import cn.lingpao.methodology.framework.ScoreOverride;
import cn.lingpao.methodology.framework.Variable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** What changed beside the tree. */
final class TopDifference {

    private final Changes changes;
    private final Framework before;
    private final Framework after;
    private final String place;

    TopDifference(Changes changes, Framework before, Framework after) {
        this.changes = changes;
        this.before = before;
        this.after = after;
        this.place = after.id();
    }

    void tell() {
        changes.of(after.id(), place, before, after)
                .on(Kind.STEP, "order of the stages", Framework::order)
                .on(Kind.STEP, "screening", Framework::screens)
                .on(Kind.POLICY, "values are carried forward from", Framework::carryForward)
                .on(Kind.RESULT, "full marks", Framework::fullMarks)
                .on(Kind.RESULT, "levels are of", Framework::levelsOf)
                .on(Kind.RESULT, "cap of the bonus", framework -> framework
                        .bonus()
                        .map(Bonus::cap))
                .on(Kind.NAME, "bonus", framework -> framework.bonus().map(Bonus::name))
                .on(Kind.NAME, "kinds of case", framework -> framework.bonus().map(Bonus::types))
                .on(Kind.NAME, "names of the levels of the tree", Framework::levelNames)
                .on(Kind.DESCRIPTION, "source", Framework::source)
                .on(Kind.DESCRIPTION, "label of the weights", Framework::weights);
        changes.of(after.id(), place, before.ranking(), after.ranking())
                .on(Kind.RESULT, "ranking method", RankingRule::method)
                .on(Kind.RESULT, "ranks compare scores rounded to", RankingRule::basis)
                .on(Kind.RESULT, "first is the", RankingRule::direction)
                .on(Kind.RESULT, "ranked is", RankingRule::of)
                .on(Kind.RESULT, "order inside a level", RankingRule::order)
                .on(Kind.NAME, "between tied names stands", RankingRule::tieDisplay);
        each("level", before.levels(), after.levels(), Level::id, this::level);
        each("variable", before.variables(), after.variables(), Variable::id, this::variable);
        each("figure", before.figures(), after.figures(), Figure::id, this::figure);
        each("override of", before.overrides(), after.overrides(), TopDifference::cell, this::override);
    }

    private <T> void each(String kind, List<T> was, List<T> is, Function<T, String> id, BiConsumer<T, T> compare) {
        Map<String, T> earlier = new LinkedHashMap<>();
        was.forEach(one -> earlier.put(id.apply(one), one));
        Kind told = kind.startsWith("override") ? Kind.DECISION : Kind.RESULT;
        for (T one : is) {
            T same = earlier.remove(id.apply(one));
            if (same == null) {
                changes.add(told, id.apply(one), kind + " " + id.apply(one), "added: " + Words.of(one));
            } else {
                compare.accept(same, one);
            }
        }
        earlier.forEach((name, one) -> changes.add(told, name, kind + " " + name, "removed: " + Words.of(one)));
    }

    private void level(Level was, Level is) {
        changes.of(is.id(), "level " + is.id() + " " + Words.of(is.name()), was, is)
                .on(Kind.RESULT, "begins at", Level::from)
                .on(Kind.NAME, "name", Level::name);
    }

    private void variable(Variable was, Variable is) {
        changes.of(is.id(), "variable " + is.id(), was, is)
                .on(Kind.RULE, "type", Variable::type)
                .on(Kind.POLICY, "review", Variable::review)
                .on(Kind.NAME, "name", Variable::name);
    }

    private void figure(Figure was, Figure is) {
        changes.of(is.id(), "figure " + is.id(), was, is)
                .on(Kind.RESULT, "made of", Figure::of)
                .on(Kind.RESULT, "divided by", Figure::dividedBy)
                .on(Kind.RESULT, "normalisation", figure -> figure.finish().normalise())
                .on(Kind.RESULT, "clamp", figure -> figure.finish().clamp())
                .on(Kind.RESULT, "rounding", figure -> figure.finish().round())
                .on(Kind.RESULT, "ranks by it", Figure::rank)
                .on(Kind.NAME, "name", Figure::name);
    }

    private void override(ScoreOverride was, ScoreOverride is) {
        changes.of(is.nodeId(), "override of " + cell(is), was, is)
                .on(Kind.DECISION, "score", ScoreOverride::score)
                .on(Kind.DECISION, "reason", ScoreOverride::reason)
                .on(Kind.DECISION, "author", ScoreOverride::author)
                .on(Kind.DECISION, "at", ScoreOverride::at);
    }

    private static String cell(ScoreOverride override) {
        return override.targetId() + " at " + override.nodeId();
    }
}
