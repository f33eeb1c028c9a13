package cn.lingpao.evidencereview.application;

import java.util.List;

class InMemoryFallbacksTest extends FallbacksKit {

    private final InMemoryFallbacks fallbacks = new InMemoryFallbacks();

    @Override
    protected Fallbacks fallbacks() {
        return fallbacks;
    }

    @Override
    protected List<String> told() {
        return fallbacks.told;
    }
}
