package cn.lingpao.evidencereview.application;

import cn.lingpao.evidencereview.domain.Verdict;
import java.util.List;

class InMemoryCellsTest extends CellsKit {

    private final InMemoryCells inMemory = new InMemoryCells();

    @Override
    protected Cells cells() {
        return inMemory;
    }

    @Override
    protected List<String> told() {
        return inMemory.told.stream().map(Verdict::id).toList();
    }
}
