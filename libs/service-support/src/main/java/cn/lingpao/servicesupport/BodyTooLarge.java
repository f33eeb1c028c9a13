package cn.lingpao.servicesupport;

import java.io.IOException;

/** A request body passed its limit. */
public final class BodyTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    public BodyTooLarge(long limit) {
        super("the body is larger than " + limit + " bytes; send it in smaller parts");
    }
}
