package cn.lingpao.inspection;

/** What a check says about a subject; everything that could not be seen, read or reached is UNDETERMINED. */
public enum Verdict {
    MET,
    NOT_MET,
    UNDETERMINED
}
