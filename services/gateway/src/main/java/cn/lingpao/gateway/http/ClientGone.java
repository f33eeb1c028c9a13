package cn.lingpao.gateway.http;

import java.io.IOException;

/** The client stopped in the middle of its request. */
final class ClientGone extends IOException {

    ClientGone(IOException cause) {
        super("The request body ended early", cause);
    }
}
