package cn.lingpao.publication.adapter.mongo;

import cn.lingpao.publication.application.Scores;
import cn.lingpao.publication.application.ScoresKit;
import cn.lingpao.testsupport.EachStore;
import cn.lingpao.testsupport.Store;

@EachStore
class MongoScoresTest extends ScoresKit {

    private final Store store;

    MongoScoresTest(Store store) {
        this.store = store;
    }

    @Override
    protected Scores fresh() {
        return new MongoScores(Templates.empty(store));
    }
}
