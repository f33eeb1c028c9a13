package cn.lingpao.datacollection.application.plan;

class InMemoryHoldsTest extends HoldsKit {

    private final InMemoryHolds memory = new InMemoryHolds();

    @Override
    protected Holds holds() {
        return memory;
    }
}
