package cn.lingpao.publication.application;

class MemoryScoresTest extends ScoresKit {

    @Override
    protected Scores fresh() {
        return new MemoryScores();
    }
}
