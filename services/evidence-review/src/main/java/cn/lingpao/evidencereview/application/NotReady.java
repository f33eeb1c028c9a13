package cn.lingpao.evidencereview.application;

/** The review has not followed the log of observations yet; ask again later. */
public final class NotReady extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotReady(String message, Throwable cause) {
        super(message, cause);
    }
}
