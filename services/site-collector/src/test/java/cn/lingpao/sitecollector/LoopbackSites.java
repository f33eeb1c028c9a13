package cn.lingpao.sitecollector;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Home pages of invented portals on loopback, a path each: a sound one, one without a code, a firewall, slow ones. */
final class LoopbackSites implements AutoCloseable {

    private static final String CODE = "9901020003";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, HttpServer> servers = new HashMap<>();

    LoopbackSites() {
        serve("sound", exchange -> answer(exchange, 200, page(footer())));
        serve("bare", exchange -> answer(exchange, 200, page("<p>主办单位：云岚市人民政府</p>")));
        serve("walled", exchange -> answer(exchange, 403, "forbidden"));
        serve("calm", exchange -> answer(exchange, 200, page(footer())));
        serve("stuck", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            await(closed);
            exchange.close();
        });
        serve("slow", exchange -> {
            await(released);
            answer(exchange, 200, page(footer()));
        });
    }

    /** Each on a port of its own: to the collector they are different hosts. */
    private void serve(String site, HttpHandler home) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(threads);
            server.createContext("/", exchange -> answer(exchange, 404, "not here"));
            server.createContext("/" + site + "/", home);
            server.start();
            servers.put(site, server);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The address of a home page. */
    String address(String site) {
        int port = servers.get(site).getAddress().getPort();
        return "http://127.0.0.1:" + port + "/" + site + "/";
    }

    long asked(String site) {
        return asked.stream().filter(path -> path.equals("/" + site + "/")).count();
    }

    /** The slow site answers from now on. */
    void release() {
        released.countDown();
    }

    @Override
    public void close() {
        release();
        closed.countDown();
        servers.values().forEach(server -> server.stop(0));
        threads.shutdownNow();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange, int status, String body) throws IOException {
        asked.add(exchange.getRequestURI().getPath());
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String page(String footer) {
        return "<!DOCTYPE html><html lang=\"zh\"><head><meta charset=\"utf-8\"><title>云岚市人民政府</title></head><body>"
                + "<ul><li><a href=\"/list/\">政务公开</a></li><li><a href=\"/hall/\">办事服务</a></li></ul>"
                + "<p>" + "云岚市政务公开与办事服务的入口。".repeat(40) + "</p>" + footer + "</body></html>";
    }

    private static String footer() {
        return "<div class=\"footer\"><p><a href=\"/map/\">网站地图</a> 联系我们</p>"
                + "<p>主办单位：云岚市人民政府办公室 联系电话：0999-5550100</p>"
                + "<p><a href=\"https://beian.miit.gov.cn/\">云ICP备05000001号-1</a>"
                + "<a href=\"https://beian.mps.gov.cn/#/query/webSearch?code=99010002000001\">云公网安备 99010002000001号</a>"
                + " 网站标识码：" + CODE + "</p>"
                + "<a href=\"https://bszs.conac.cn/sitename?method=show&id=0\"><img src=\"/red.png\"></a>"
                + "<a href=\"https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=" + CODE
                + "&url=x\"><img src=\"/jiucuo.png\"></a></div>";
    }
}
