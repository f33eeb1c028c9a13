package cn.lingpao.inspection.web;

import cn.lingpao.inspection.Cause;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The only door of a browser to the web: a proxy on loopback that looks every name up itself and connects to allowed
 * addresses only, whatever redirect, frame, script or socket asks for them.
 */
public final class Gate implements AutoCloseable {

    /** The header in which the gate says why, a word of the fixed list. */
    public static final String REFUSAL = "X-Lingpao-Gate";

    private static final int HEAD = 64 << 10;
    private static final long MOST_BYTES = 64L << 20;
    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final Pattern TUNNEL =
            Pattern.compile("CONNECT (\\[[0-9A-Fa-f:.]+]|[^: ]+):(\\d{1,5}) HTTP/1\\.[01]");
    private static final Pattern PLAIN = Pattern.compile("([A-Z]+) (http://\\S+) (HTTP/1\\.[01])");

    /** Where Chromium calls without being asked, whatever it is told at its start; no page of a government needs them. */
    private static final Set<String> OWN_ERRANDS = Set.of(
            "accounts.google.com",
            "android.clients.google.com",
            "clients.google.com",
            "clients1.google.com",
            "clients2.google.com",
            "clients2.googleusercontent.com",
            "content-autofill.googleapis.com",
            "edgedl.me.gvt1.com",
            "mtalk.google.com",
            "optimizationguide-pa.googleapis.com",
            "redirector.gvt1.com",
            "safebrowsing.googleapis.com",
            "update.googleapis.com");

    private final Line line;
    private final Duration connect;
    private final Predicate<URI> allowed;
    private final ServerSocket door;

    /** @param allowed whether a plain request may be made; inside a tunnel nobody can see it here */
    public Gate(Names names, AddressRule rule, Limits limits, Predicate<URI> allowed) {
        this.line = new Line(names, rule, Certificates.ofThisMachine());
        this.connect = limits.connect();
        this.allowed = allowed;
        try {
            door = new ServerSocket(0, 100, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        } catch (IOException unavailable) {
            throw new UncheckedIOException(unavailable);
        }
        Thread.ofVirtual().name("gate").start(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket browser = door.accept();
                Thread.ofVirtual().start(() -> serve(browser));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket browser) {
        Deadline deadline = Deadline.in(LONGEST);
        var guard = deadline.guard(browser);
        try (browser) {
            InputStream in = new BufferedInputStream(browser.getInputStream());
            String head = head(in);
            String request = head.lines().findFirst().orElse("");
            Matcher tunnel = TUNNEL.matcher(request);
            Matcher plain = PLAIN.matcher(request);
            if (tunnel.matches()) {
                tunnel(browser, in, unbracketed(tunnel.group(1)), Integer.parseInt(tunnel.group(2)), deadline);
            } else if (plain.matches()) {
                plain(browser, in, plain, head, deadline);
            } else {
                refuse(browser, 400, Cause.PARSE.id());
            }
        } catch (IOException | RuntimeException gone) {
            // the browser sees a closed connection, which is what there is; a run that ends closes more than this
        } finally {
            guard.cancel(false);
        }
    }

    private void tunnel(Socket browser, InputStream in, String host, int port, Deadline deadline) throws IOException {
        if (WebAddress.of("https://" + bracketed(host) + ":" + port + "/").isEmpty() || OWN_ERRANDS.contains(host)) {
            refuse(browser, 403, Cause.NOT_TRIED.id());
            return;
        }
        Optional<Socket> server = connected(browser, host, port, deadline);
        if (server.isPresent()) {
            browser.getOutputStream().write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            pump(browser, in, server.get());
        }
    }

    private void plain(Socket browser, InputStream in, Matcher request, String head, Deadline deadline)
            throws IOException {
        Optional<URI> url = WebAddress.of(request.group(2));
        if (url.filter(address -> OWN_ERRANDS.contains(WebAddress.host(address)))
                .isPresent()) {
            refuse(browser, 403, Cause.NOT_TRIED.id());
            return;
        }
        if (url.isEmpty() || !allowed.test(url.get())) {
            refuse(browser, 403, Cause.ROBOTS.id());
            return;
        }
        Optional<Socket> server = connected(browser, WebAddress.host(url.get()), WebAddress.port(url.get()), deadline);
        if (server.isPresent()) {
            String path = request.group(2).replaceFirst("^http://[^/?#]*", "");
            String line = request.group(1) + " " + (path.startsWith("/") ? path : "/" + path) + " " + request.group(3);
            String fields =
                    head.substring(head.indexOf("\r\n")).replaceAll("(?im)^(proxy-)?connection:[^\\r]*\\r\\n", "");
            String closing = line + "\r\nConnection: close" + fields;
            server.get().getOutputStream().write(closing.getBytes(StandardCharsets.ISO_8859_1));
            pump(browser, in, server.get());
        }
    }

    private Optional<Socket> connected(Socket browser, String host, int port, Deadline deadline) throws IOException {
        try {
            return Optional.of(line.connect(line.allowed(host, connect), port, connect, deadline));
        } catch (IOException refused) {
            refuse(browser, 502, Faults.of(refused, deadline, false).cause().id());
            return Optional.empty();
        }
    }

    private static void pump(Socket browser, InputStream fromBrowser, Socket server) throws IOException {
        try (server) {
            Thread there = Thread.ofVirtual().start(() -> {
                try {
                    copy(fromBrowser, server.getOutputStream());
                    server.shutdownOutput();
                } catch (IOException | RuntimeException gone) {
                    // the other direction ends by itself
                }
            });
            copy(server.getInputStream(), browser.getOutputStream());
            there.interrupt();
        }
    }

    private static void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[16 << 10];
        long copied = 0;
        for (int count = in.read(buffer); count >= 0 && copied < MOST_BYTES; count = in.read(buffer)) {
            out.write(buffer, 0, count);
            out.flush();
            copied += count;
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < HEAD && head.indexOf("\r\n\r\n", Math.max(0, head.length() - 4)) < 0) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static void refuse(Socket browser, int status, String why) throws IOException {
        browser.getOutputStream()
                .write(("HTTP/1.1 " + status + " Refused\r\n" + REFUSAL + ": " + why
                                + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
    }

    private static String unbracketed(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static String bracketed(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }

    /** Lets nobody in any more, and breaks off what went through. */
    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException gone) {
            // it is closed
        }
        line.close();
    }
}
