package cn.lingpao.inspection.check;

/** The pages of a subject, fetched once for all checks. */
public final class Site {

    Site(Inspection inspection) {}
}
