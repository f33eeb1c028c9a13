package cn.lingpao.casesubmission.application;

class InMemoryCasesTest extends CaseKit {

    private final Cases cases = new InMemoryCases();
    private final Files files = new InMemoryFiles();

    @Override
    protected Cases cases() {
        return cases;
    }

    @Override
    protected Files files() {
        return files;
    }
}
