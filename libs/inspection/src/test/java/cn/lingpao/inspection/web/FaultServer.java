package cn.lingpao.inspection.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on loopback that answers a path with exactly the bytes, or the misbehaviour, a test wants. */
public final class FaultServer implements AutoCloseable {

    private final ServerSocket socket;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<List<String>> heads = new CopyOnWriteArrayList<>();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();

    /** What is done with a connection after a request was read. */
    @FunctionalInterface
    public interface Answer {
        void to(Socket client, OutputStream out) throws Exception;
    }

    public FaultServer() {
        this(plain());
    }

    public FaultServer(ServerSocket socket) {
        this.socket = socket;
        answers.put("/robots.txt", page(404, "text/plain", ""));
        Thread.ofVirtual().start(this::accept);
    }

    private static ServerSocket plain() {
        try {
            return new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    public URI url(String path) {
        String scheme = socket instanceof javax.net.ssl.SSLServerSocket ? "https" : "http";
        return URI.create(scheme + "://127.0.0.1:" + socket.getLocalPort() + path);
    }

    public int port() {
        return socket.getLocalPort();
    }

    public FaultServer on(String path, Answer answer) {
        answers.put(path, answer);
        return this;
    }

    /** Request lines in the order they came. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    public List<List<String>> heads() {
        return List.copyOf(heads);
    }

    public int mostAtOnce() {
        return mostAtOnce.get();
    }

    public static Answer raw(String bytes) {
        return (client, out) -> out.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    public static Answer html(String body) {
        return page(200, "text/html; charset=utf-8", body);
    }

    public static Answer page(int status, String type, String body) {
        return bytes(status, "Content-Type: " + type + "\r\n", body.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer redirect(int status, String location) {
        return bytes(status, "Location: " + location + "\r\n", new byte[0]);
    }

    public static Answer bytes(int status, String headers, byte[] body) {
        return (client, out) -> {
            out.write(("HTTP/1.1 " + status + " Status\r\n" + headers + "Content-Length: " + body.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            out.write(body);
        };
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try (client) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            List<String> head = new ArrayList<>();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                head.add(line);
            }
            if (!head.isEmpty()) {
                requests.add(head.getFirst().replace(" HTTP/1.1", ""));
                heads.add(List.copyOf(head));
                String path = head.getFirst().split(" ")[1];
                Answer answer = answers.getOrDefault(path, answers.getOrDefault("*", page(404, "text/html", "")));
                answer.to(client, client.getOutputStream());
                client.getOutputStream().flush();
            }
        } catch (Exception gone) {
            // the client has had enough
        } finally {
            atOnce.decrementAndGet();
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException gone) {
            // it is closed
        }
    }
}
