package cn.lingpao.methodology.framework;

/** A value of a target that feeds denominators, multipliers or groups and stands in no node of the tree. */
public record Variable(String id, Text name, Type type, ReviewMode review) {

    /** A NUMBER is answered by a number, a CATEGORY by any text (as a {@link Value.Grade}). */
    public enum Type {
        NUMBER,
        CATEGORY
    }
}
