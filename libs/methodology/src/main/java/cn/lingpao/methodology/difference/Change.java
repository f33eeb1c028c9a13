package cn.lingpao.methodology.difference;

/**
 * One thing that is different.
 *
 * @param id of the node, check point, measure, variable, figure or level; the framework's for the whole
 * @param place id and names of that, for people
 * @param words what it was and what it is, a sentence without its subject
 */
public record Change(Kind kind, String id, String place, String words) {

    /** Whether other scores, levels or ranks may follow from it. */
    public boolean computes() {
        return kind != Kind.NAME && kind != Kind.DESCRIPTION;
    }

    @Override
    public String toString() {
        return place + ": " + words;
    }

    /** What sort of thing changed, in the order in which changes are told. */
    public enum Kind {
        /** The structure: what was added, removed, moved or has another id. */
        STRUCTURE,
        WEIGHT,
        /** Points, rules and their options. */
        RULE,
        /** The steps of a measure, normalisation, aggregation, rounding. */
        STEP,
        /** What a missing or undetermined value does, and who reviews. */
        POLICY,
        /** Ranking, levels, bonus, full marks, figures. */
        RESULT,
        /** Exclusions and overrides. */
        DECISION,
        NAME,
        DESCRIPTION
    }
}
