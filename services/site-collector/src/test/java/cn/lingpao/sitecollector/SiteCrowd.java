package cn.lingpao.sitecollector;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Portals of invented places on loopback, a host each; every third has a fault, and the later half does not answer at once. */
final class SiteCrowd implements AutoCloseable {

    private static final Charset GB18030 = Charset.forName("GB18030");

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private final List<Runnable> servers = new ArrayList<>();
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private final List<HttpHandler> faults = List.of(
            exchange -> answer(exchange, 403, "text/html", "forbidden"),
            exchange -> answer(exchange, 503, "text/html", "busy"),
            exchange -> {
                exchange.getResponseHeaders().set("Location", "/");
                answer(exchange, 302, "text/html", "");
            },
            exchange -> answer(exchange, 200, "text/html; charset=utf-8", page().getBytes(GB18030)),
            exchange -> answer(exchange, 404, "text/html", "not here"),
            exchange -> {
                exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                answer(exchange, 200, "text/html", "this was never compressed");
            });

    SiteCrowd(int sites) {
        for (int site = 0; site < sites; site++) {
            int fault = site / 3 % (1 + faults.size());
            boolean late = site >= sites / 2;
            String name = "place-%02d".formatted(site);
            if (site % 3 < 2) {
                serve(name, SiteCrowd::sound, late);
            } else if (fault == 0) {
                breakOff(name, late);
            } else {
                serve(name, faults.get(fault - 1), late);
            }
        }
    }

    private void count(String site, boolean late) {
        Objects.requireNonNull(asked.get(site)).incrementAndGet();
        try {
            if (late) {
                released.await();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void breakOff(String site, boolean late) {
        asked.put(site, new AtomicInteger());
        BrokenSite broken = new BrokenSite(() -> count(site, late));
        ports.put(site, broken.port());
        servers.add(broken::close);
    }

    private void serve(String site, HttpHandler home, boolean late) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(threads);
            asked.put(site, new AtomicInteger());
            server.createContext("/robots.txt", exchange -> answer(exchange, 404, "text/plain", ""));
            server.createContext("/", exchange -> {
                count(site, late);
                home.handle(exchange);
            });
            server.start();
            ports.put(site, server.getAddress().getPort());
            servers.add(() -> server.stop(0));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    List<String> names() {
        return List.copyOf(ports.keySet());
    }

    String address(String site) {
        return "http://127.0.0.1:" + ports.get(site) + "/";
    }

    /** Requests so far, of each site. */
    Map<String, Integer> asked() {
        Map<String, Integer> now = new LinkedHashMap<>();
        ports.keySet()
                .forEach(site ->
                        now.put(site, Objects.requireNonNull(asked.get(site)).get()));
        return now;
    }

    /** Everybody answers from now on. */
    void release() {
        released.countDown();
    }

    @Override
    public void close() {
        release();
        servers.forEach(Runnable::run);
        threads.shutdownNow();
    }

    private static void sound(HttpExchange exchange) throws IOException {
        answer(exchange, 200, "text/html; charset=utf-8", page());
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        answer(exchange, status, type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String page() {
        return "<!DOCTYPE html><html lang=\"zh\"><head><title>云岚市人民政府</title></head><body>"
                + "<ul><li><a href=\"/list/\">政务公开</a></li><li><a href=\"/hall/\">办事服务</a></li></ul>"
                + "<p>" + "云岚市政务公开与办事服务的入口。".repeat(40) + "</p>"
                + "<p>主办单位：云岚市人民政府办公室 联系电话：0999-5550100 网站标识码：9901020003</p></body></html>";
    }
}
