package cn.lingpao.datacollection.domain;

/** Who observed: a program or a person. */
public record Observer(String id, Kind kind) {

    /** The sorts of observer. */
    public enum Kind {
        SYSTEM,
        PERSON
    }
}
