package cn.lingpao.evidencereview.application;

/** How far the cells have followed the log of observations. */
public interface Projection {

    /**
     * Returns when the cells have taken in everything that the log held at the call.
     *
     * @throws NotReady when that takes too long
     */
    void awaitEndOfLog();

    /** Returns when the cells have taken in everything that the log held at the call, or soon: it is a courtesy to those who count. */
    void followForAWhile();
}
