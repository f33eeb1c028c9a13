package cn.lingpao.methodology.framework;

/** Something that a target can have an answer to. Ids are unique over all kinds. */
public record Point(String id, Text text, Kind kind, ReviewMode review) {

    /** A check point of a leaf, a leaf that is one number, or a variable beside the tree. */
    public enum Kind {
        CHECK_POINT,
        MEASURE,
        VARIABLE
    }
}
