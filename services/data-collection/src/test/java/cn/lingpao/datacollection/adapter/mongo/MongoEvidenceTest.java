package cn.lingpao.datacollection.adapter.mongo;

import cn.lingpao.datacollection.application.evidence.EvidenceStore;
import cn.lingpao.datacollection.application.evidence.EvidenceStoreKit;
import cn.lingpao.testsupport.EachStore;
import cn.lingpao.testsupport.Store;

@EachStore
class MongoEvidenceTest extends EvidenceStoreKit {

    private final MongoEvidence mongo;

    MongoEvidenceTest(Store store) {
        mongo = new MongoEvidence(store.template());
        mongo.prepare();
    }

    @Override
    protected EvidenceStore store() {
        return mongo;
    }
}
