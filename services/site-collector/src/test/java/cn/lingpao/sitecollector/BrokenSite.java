package cn.lingpao.sitecollector;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A site that breaks off in the middle of its page, and at once where it is spoken to in TLS. */
final class BrokenSite implements AutoCloseable {

    private final ServerSocket door;
    private final Runnable asked;

    /** @param asked runs before each answer but that of robots.txt */
    BrokenSite(Runnable asked) {
        this.asked = asked;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                Thread.ofVirtual().start(() -> serve(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket caller) {
        try (caller;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(caller.getInputStream(), StandardCharsets.ISO_8859_1), 1)) {
            if (in.read() != 'G') {
                return;
            }
            String request = in.readLine();
            for (String line = request; line != null && !line.isEmpty(); line = in.readLine()) {}
            if (request.contains("/robots.txt ")) {
                write(caller, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            } else {
                asked.run();
                write(caller, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n<html>");
            }
        } catch (IOException gone) {
            // the caller sees what it is to see
        }
    }

    private static void write(Socket caller, String text) throws IOException {
        caller.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException gone) {
            // it is closed
        }
    }
}
