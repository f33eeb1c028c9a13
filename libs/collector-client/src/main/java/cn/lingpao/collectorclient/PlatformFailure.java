package cn.lingpao.collectorclient;

/** The platform could not be asked or did not do it; the message says why and what to do. */
public class PlatformFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PlatformFailure(String message) {
        super(message);
    }
}
