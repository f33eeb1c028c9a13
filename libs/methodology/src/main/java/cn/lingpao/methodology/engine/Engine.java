package cn.lingpao.methodology.engine;

import cn.lingpao.methodology.framework.Framework;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Scores a group: a pure function that does not depend on the order of its inputs. */
public final class Engine {

    private static final int SHOWN = 20;

    private Engine() {}

    /** {@link #score(CompiledFramework, Collection, Map, Map, Basis)} for a framework that is used once. */
    public static GroupResult score(
            Framework framework,
            Collection<Member> roster,
            Map<String, Map<String, Answer>> cells,
            Map<String, BigDecimal> awards) {
        return score(CompiledFramework.of(framework), roster, cells, awards);
    }

    /** {@link #score(CompiledFramework, Collection, Map, Map, Basis)} without other campaigns. */
    public static GroupResult score(
            CompiledFramework framework,
            Collection<Member> roster,
            Map<String, Map<String, Answer>> cells,
            Map<String, BigDecimal> awards) {
        return score(framework, roster, cells, awards, Basis.NONE);
    }

    /**
     * Scores every member of the roster: a {@link Group} filled once.
     *
     * @param roster the targets that are scored together; a benchmark's best is the best among them
     * @param cells answers by target id and check point, measure or variable id; those of targets outside the roster play no part
     * @param awards the sum of award points by target id
     * @param basis what the campaigns answered that the framework names
     * @throws IllegalArgumentException for an unknown check point, a value that its rule does not take (see {@link
     *     Framework#accepts}), a target that is twice in the roster, or a number that is not there where the framework forbids it
     */
    public static GroupResult score(
            CompiledFramework framework,
            Collection<Member> roster,
            Map<String, Map<String, Answer>> cells,
            Map<String, BigDecimal> awards,
            Basis basis) {
        Group group = Group.of(framework, roster, basis);
        group.setAll(cells);
        awards.forEach(group::award);
        group.refresh();
        List<String> gaps = group.gaps();
        if (!gaps.isEmpty()) {
            throw new IllegalArgumentException(forbidden(gaps));
        }
        return group.result();
    }

    private static String forbidden(List<String> gaps) {
        String more = gaps.size() > SHOWN ? ", and " + (gaps.size() - SHOWN) + " more" : "";
        return "the framework forbids that there is no number for "
                + String.join(", ", gaps.stream().limit(SHOWN).toList()) + more;
    }
}
