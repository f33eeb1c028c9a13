package cn.lingpao.datacollection.application;

/** The intake can't take anything right now; the same batch may be sent again later. */
public final class NotReady extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotReady(String message, Throwable cause) {
        super(message, cause);
    }
}
