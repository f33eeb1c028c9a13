package cn.lingpao.datacollection.application;

/** A store that has always followed the log. */
class FakeProjection implements Projection {

    int followed;

    @Override
    public void awaitStartOfIntake() {}

    @Override
    public void awaitEndOfLog() {
        followed++;
    }
}
