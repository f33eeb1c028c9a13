package cn.lingpao.methodology.engine;

import cn.lingpao.methodology.framework.Framework;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;

/** Scores a group: a pure function that does not depend on the order of its inputs. */
public final class Engine {

    private Engine() {}

    /** {@link #score(CompiledFramework, Collection, Map, Map)} for a framework that is used once. */
    public static GroupResult score(
            Framework framework,
            Collection<Member> roster,
            Map<String, Map<String, Answer>> cells,
            Map<String, BigDecimal> awards) {
        return score(CompiledFramework.of(framework), roster, cells, awards);
    }

    /**
     * Scores every member of the roster.
     *
     * @param roster the targets that are scored together; a benchmark's best is the best among them
     * @param cells answers by target id and check point id; those of targets outside the roster play no part
     * @param awards the sum of award points by target id
     * @throws IllegalArgumentException for an unknown check point, a value that its rule does not take (see {@link
     *     Framework#accepts}), or a target that is twice in the roster
     */
    public static GroupResult score(
            CompiledFramework framework,
            Collection<Member> roster,
            Map<String, Map<String, Answer>> cells,
            Map<String, BigDecimal> awards) {
        return new GroupResult(new Matrix(framework, roster, cells), awards);
    }
}
