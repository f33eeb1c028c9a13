package cn.lingpao.datacollection.application;

class InMemoryObservationsTest extends ObservationsKit {

    private final InMemoryObservations inMemory = new InMemoryObservations();

    @Override
    protected Observations observations() {
        return inMemory;
    }
}
