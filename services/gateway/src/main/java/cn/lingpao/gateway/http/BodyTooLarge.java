package cn.lingpao.gateway.http;

import java.io.IOException;

/** The client sent more than one request may carry. */
final class BodyTooLarge extends IOException {

    BodyTooLarge(long limit) {
        super("the body is larger than " + limit + " bytes; send it in smaller parts");
    }
}
