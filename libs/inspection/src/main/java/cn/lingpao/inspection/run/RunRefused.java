package cn.lingpao.inspection.run;

/** A run cannot begin; the message says why. */
public final class RunRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RunRefused(String message) {
        super(message);
    }
}
