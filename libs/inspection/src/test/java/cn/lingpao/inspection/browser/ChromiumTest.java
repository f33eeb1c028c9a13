package cn.lingpao.inspection.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.archive.Digests;
import cn.lingpao.inspection.archive.WarcArchive;
import cn.lingpao.inspection.web.AddressRule;
import cn.lingpao.inspection.web.Certificates;
import cn.lingpao.inspection.web.Cidr;
import cn.lingpao.inspection.web.FaultServer;
import cn.lingpao.inspection.web.Limits;
import cn.lingpao.inspection.web.Names;
import cn.lingpao.inspection.web.PoliteWeb;
import cn.lingpao.inspection.web.Webs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real browser, where the machine has one. */
class ChromiumTest {

    @TempDir
    static Path folder;

    private static WarcArchive archive;
    private static Chromium browser;

    private final FaultServer site = new FaultServer();
    private final FaultServer inside = new FaultServer(onOtherLoopback()).on("*", FaultServer.html("secret"));

    @BeforeAll
    static void start() throws IOException {
        Optional<Path> chromium = Chromium.onThisMachine();
        assertThat(chromium).as("Chromium on this machine (Debian: chromium)").isPresent();
        archive = WarcArchive.open(folder.resolve("a.warc.gz"), Map.of(), Instant.now());
        AddressRule onlyTheSite = new AddressRule(List.of(Cidr.parse("127.0.0.1/32")));
        PoliteWeb web = new PoliteWeb(new PoliteWeb.Settings(
                Webs.USER_AGENT,
                Limits.DEFAULT.withDelay(Duration.ZERO).withTimes(Duration.ofSeconds(3), Duration.ofSeconds(3)),
                onlyTheSite,
                Names.ofThisMachine(),
                Certificates.ofThisMachine(),
                archive,
                Clock.systemUTC()));
        browser = new Chromium(
                new Chromium.Settings(chromium.get(), Webs.USER_AGENT, 1, Duration.ofSeconds(12)),
                web,
                archive,
                Clock.systemUTC());
    }

    @AfterAll
    static void end() throws IOException {
        if (browser != null) {
            browser.close();
            archive.close();
        }
    }

    @AfterEach
    void stop() {
        site.close();
        inside.close();
    }

    private static ServerSocket onOtherLoopback() {
        try {
            return new ServerSocket(0, 5, InetAddress.getByName("127.0.0.2"));
        } catch (IOException taken) {
            throw new java.io.UncheckedIOException(taken);
        }
    }

    private String insideUrl() {
        return "http://127.0.0.2:" + inside.port() + "/";
    }

    @Test
    void a_page_made_by_a_script_is_seen_with_its_picture() {
        site.on(
                "/",
                FaultServer.html(
                        "<html lang=zh><title>县政府</title><body><ul id=l></ul><script>l.innerHTML='<li>2026-11-20 公告'</script></body></html>"));

        Rendering rendering = browser.render(site.url("/"));

        assertThat(rendering.cause()).as(rendering.detail()).isNull();
        assertThat(rendering.title()).isEqualTo("县政府");
        assertThat(rendering.html()).contains("<li>2026-11-20 公告</li>");
        assertThat(rendering.screenshot()).startsWith(0x89, 'P', 'N', 'G');
        assertThat(rendering.complete()).isPositive();
        assertThat(rendering.evidence()).contains(Digests.sha256(rendering.screenshot()));
        assertThat(site.heads()).allSatisfy(head -> assertThat(head.toString()).contains(Webs.USER_AGENT));
    }

    @Test
    void pages_that_a_page_opens_are_not_asked_for() {
        site.on(
                "/",
                FaultServer.html(
                        "<title>县政府</title><a href='/x' target=_blank id=a>x</a><script>for(let n=0;n<9;n++)open('/window'+n);a.click()</script>"));

        assertThat(browser.render(site.url("/")).cause()).isNull();
        assertThat(site.requests())
                .contains("GET /")
                .noneMatch(request -> request.contains("/window") || request.contains("/x"));
    }

    @Test
    void a_page_that_leads_where_nothing_may_be_seen_is_not_seen() {
        site.on("/", FaultServer.html("<title>县政府</title><script>location.href='" + insideUrl() + "'</script>"));

        Rendering rendering = browser.render(site.url("/"));

        assertThat(rendering.seen()).isFalse();
        assertThat(inside.requests()).isEmpty();
    }

    @Test
    void a_page_whose_script_fails_or_gets_nothing_may_lack_something() {
        site.on("/fails", FaultServer.html("<title>fails</title><ul id=l></ul><script>nothing.ajax()</script>"));
        site.on("/gets-nothing", FaultServer.html("<title>nothing</title><script>fetch('/no-such')</script>"));
        site.on("/no-such", FaultServer.page(404, "text/plain", "no"));
        site.on("/", FaultServer.html("<title>fine</title><script>document.title='fine'</script>"));

        assertThat(browser.render(site.url("/fails")).broken()).isTrue();
        assertThat(browser.render(site.url("/gets-nothing")).broken()).isTrue();
        assertThat(browser.render(site.url("/")).broken()).isFalse();
    }

    @Test
    void an_audit_tells_what_is_not_accessible() {
        site.on(
                "/",
                FaultServer.html(
                        "<html><title>x</title><body><img src=a.png><p style='color:#ccc;background:#fff'>faint</p>"));

        assertThat(browser.audit(site.url("/")).violations())
                .extracting(Rendering.Violation::rule)
                .contains("image-alt", "color-contrast", "html-has-lang");
    }

    @Test
    void what_an_audit_found_is_evidence_too() {
        site.on("/", FaultServer.html("<html lang=zh><title>x</title><body><img src='/a.png'></body></html>"));

        assertThat(browser.render(site.url("/")).evidence()).hasSize(2);
        assertThat(browser.audit(site.url("/")).evidence()).hasSize(3);
    }

    @Test
    void nothing_on_a_page_reaches_the_internal_network() {
        site.on(
                "/",
                FaultServer.html(
                        ("<title>trap</title><iframe src='URL'></iframe><img src='URLi'><link rel=stylesheet href='URLc'>"
                                        + "<script src='URLs'></script><script>fetch('URLf').catch(e=>0);new WebSocket('ws'+'URLw'.slice(4));"
                                        + "navigator.sendBeacon('URLb','x');fetch('/hop').catch(e=>0)</script><img src='/hop'>")
                                .replace("URL", insideUrl())));
        site.on("/hop", FaultServer.redirect(302, insideUrl() + "hop"));
        site.on("/away", FaultServer.redirect(302, insideUrl()));
        site.on("/script", FaultServer.html("<script>location.href='" + insideUrl() + "'</script>"));

        assertThat(browser.render(site.url("/")).title()).isEqualTo("trap");
        assertThat(browser.render(site.url("/away")).seen()).isFalse();
        assertThat(browser.render(site.url("/script")).html()).doesNotContain("secret");
        assertThat(inside.requests()).isEmpty();
    }

    @Test
    void robots_holds_for_the_browser_too() {
        site.on("/robots.txt", FaultServer.page(200, "text/plain", "User-agent: *\nDisallow: /secret\n"));
        site.on("/", FaultServer.html("<title>home</title><iframe src='/secret'></iframe>"));
        site.on("/secret", FaultServer.html("shut"));

        assertThat(browser.render(site.url("/secret")).cause()).isEqualTo(Cause.ROBOTS);
        assertThat(browser.render(site.url("/")).seen()).isTrue();
        assertThat(site.requests()).doesNotContain("GET /secret");
    }

    @Test
    void a_script_that_never_ends_does_not_hold_the_next_page_up() {
        site.on("/loop", FaultServer.html("<title>loop</title><script>onload=()=>{while(true){}}</script>"));
        site.on("/alert", FaultServer.html("<title>alert</title><script>alert('hello');confirm('?')</script>"));
        site.on("/", FaultServer.html("<title>home</title>"));

        assertThat(browser.render(site.url("/loop")).seen()).isFalse();
        assertThat(browser.render(site.url("/alert")).title()).isEqualTo("alert");
        assertThat(browser.render(site.url("/")).title()).isEqualTo("home");
    }
}
