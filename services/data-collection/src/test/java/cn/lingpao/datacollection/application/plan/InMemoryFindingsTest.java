package cn.lingpao.datacollection.application.plan;

class InMemoryFindingsTest extends NewestFindingsKit {

    private final InMemoryFindings memory = new InMemoryFindings();

    @Override
    protected NewestFindings findings() {
        return memory;
    }
}
