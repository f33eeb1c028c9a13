package cn.lingpao.datacollection.adapter.mongo;

import cn.lingpao.datacollection.application.plan.Holds;
import cn.lingpao.datacollection.application.plan.HoldsKit;
import cn.lingpao.testsupport.EachStore;
import cn.lingpao.testsupport.Store;

@EachStore
class MongoHoldsTest extends HoldsKit {

    private final MongoHolds mongo;

    MongoHoldsTest(Store store) {
        mongo = new MongoHolds(store.template());
        mongo.prepare();
    }

    @Override
    protected Holds holds() {
        return mongo;
    }
}
