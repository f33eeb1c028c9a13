package cn.lingpao.datacollection.adapter.mongo;

import cn.lingpao.datacollection.application.plan.NewestFindings;
import cn.lingpao.datacollection.application.plan.NewestFindingsKit;
import cn.lingpao.testsupport.EachStore;
import cn.lingpao.testsupport.Store;

@EachStore
class MongoFindingsTest extends NewestFindingsKit {

    private final MongoFindings mongo;

    MongoFindingsTest(Store store) {
        mongo = new MongoFindings(store.template());
        mongo.prepare();
    }

    @Override
    protected NewestFindings findings() {
        return mongo;
    }
}
