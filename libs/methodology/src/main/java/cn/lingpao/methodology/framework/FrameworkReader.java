package cn.lingpao.methodology.framework;

/** Skeleton. */
final class FrameworkReader {
    private FrameworkReader() {}

    static Framework read(String document) {
        throw new UnsupportedOperationException();
    }
}
