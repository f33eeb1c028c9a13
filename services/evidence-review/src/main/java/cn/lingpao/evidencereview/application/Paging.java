package cn.lingpao.evidencereview.application;

/** Which part of a longer answer is wanted; {@code page} counts from 0. */
public record Paging(int page, int size) {

    private static final int LARGEST = 500;

    public Paging {
        if (page < 0 || size < 1 || size > LARGEST) {
            throw new IllegalArgumentException("page must be 0 or more and size 1 to " + LARGEST);
        }
    }
}
