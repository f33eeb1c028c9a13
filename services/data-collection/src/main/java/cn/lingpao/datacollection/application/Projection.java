package cn.lingpao.datacollection.application;

/** How far the store has followed the log. */
public interface Projection {

    /**
     * Returns when the store has followed the log up to where it ended as this instance started, so that an observation
     * sent again after a crash is recognised.
     *
     * @throws NotReady when that takes too long
     */
    void awaitStartOfIntake();

    /**
     * Returns when the store has taken over everything that the log held at the call.
     *
     * @throws NotReady when that takes too long
     */
    void awaitEndOfLog();
}
