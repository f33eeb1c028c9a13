package cn.lingpao.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Free ports of the loopback interface, below those an operating system gives to outgoing connections, so that nobody
 * takes one between the choice and the use.
 */
final class Ports {

    static final String LOOPBACK = "127.0.0.1";

    private static final int LOWEST = 10_000;
    private static final int HIGHEST = 20_000;

    private Ports() {}

    /** The wanted port, or one that is free when 0 is wanted. */
    static int resolve(int wanted) {
        int port = wanted;
        while (port == 0) {
            int candidate = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            port = isFree(candidate) ? candidate : 0;
        }
        return port;
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(LOOPBACK), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
