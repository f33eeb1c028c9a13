package cn.lingpao.contracts;

/** Who observed: a program or a person. */
public record Collector(String id, Kind kind) {

    /** The sorts of collector. */
    public enum Kind {
        SYSTEM,
        PERSON
    }
}
