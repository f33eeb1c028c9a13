package cn.lingpao.datacollection.adapter.mongo;

import cn.lingpao.datacollection.application.Observations;
import cn.lingpao.datacollection.application.ObservationsKit;
import cn.lingpao.testsupport.EachStore;
import cn.lingpao.testsupport.Store;

@EachStore
class MongoObservationsTest extends ObservationsKit {

    private final MongoObservations mongo;

    MongoObservationsTest(Store store) {
        mongo = new MongoObservations(store.template());
        mongo.prepare();
    }

    @Override
    protected Observations observations() {
        return mongo;
    }
}
