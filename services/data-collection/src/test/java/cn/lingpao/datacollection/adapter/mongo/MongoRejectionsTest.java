package cn.lingpao.datacollection.adapter.mongo;

import cn.lingpao.datacollection.application.Rejections;
import cn.lingpao.datacollection.application.RejectionsKit;
import cn.lingpao.testsupport.EachStore;
import cn.lingpao.testsupport.Store;

@EachStore
class MongoRejectionsTest extends RejectionsKit {

    private final MongoRejections mongo;

    MongoRejectionsTest(Store store) {
        mongo = new MongoRejections(store.template());
        mongo.prepare();
    }

    @Override
    protected Rejections rejections() {
        return mongo;
    }
}
