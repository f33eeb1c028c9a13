package cn.lingpao.eventing;

/** A consumer group has not applied what it was waited for. */
public final class Behind extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Behind(String message, Throwable cause) {
        super(message, cause);
    }
}
