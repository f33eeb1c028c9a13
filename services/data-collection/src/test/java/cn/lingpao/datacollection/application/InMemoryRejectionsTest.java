package cn.lingpao.datacollection.application;

class InMemoryRejectionsTest extends RejectionsKit {

    private final InMemoryRejections inMemory = new InMemoryRejections();

    @Override
    protected Rejections rejections() {
        return inMemory;
    }
}
