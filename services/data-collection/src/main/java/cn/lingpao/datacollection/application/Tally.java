package cn.lingpao.datacollection.application;

/** Counts what became of rows. */
public interface Tally {

    void counted(Report report);
}
