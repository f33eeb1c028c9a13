package cn.lingpao.publication.application;

class MemoryReleasesTest extends ReleasesKit {

    private final Object alone = new Object();

    @Override
    protected Releases fresh() {
        return new MemoryReleases();
    }

    @Override
    protected Object alone() {
        return alone;
    }
}
