package cn.lingpao.inspection.check;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.Finding;
import cn.lingpao.inspection.Subject;
import cn.lingpao.inspection.Verdict;
import cn.lingpao.inspection.fixture.Answer;
import cn.lingpao.inspection.fixture.FixtureSite;
import cn.lingpao.inspection.fixture.FixtureWeb;
import cn.lingpao.inspection.fixture.Portal;
import cn.lingpao.inspection.fixture.Sites;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses that answer with 200 and something that is no portal's page, and a portal deep in frames. */
class NoPortalTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text/html       | ''
            text/html       | <html><body><h1>It works!</h1></body></html>
            text/plain      | OK
            text/html       | <html><title>HTTP Status 500 – Internal Server Error</title><body><h1>HTTP Status 500 – Internal Server Error</h1></body></html>
            text/html       | <html><body><h1>Whitelabel Error Page</h1><p>There was an unexpected error (type=Internal Server Error, status=500).</p></body></html>
            text/html       | <html><body><p>数据库连接失败！请稍后再试。</p><a href="/">返回首页</a></body></html>
            text/html       | <html><body><h1>出错了</h1><p>很抱歉，我们正在处理，请您过一会儿再来。</p><a href="javascript:history.back()">返回上一页</a> <a href="/">首页</a></body></html>
            text/html       | <html><body><p>请启用 Cookie 后继续访问</p><script>document.cookie='a=1'</script></body></html>
            text/html       | <html><title>IIS Windows Server</title><body><a href="http://go.microsoft.com/?linkid=1">IIS</a></body></html>
            text/html       | <html><title>Index of /</title><body><h1>Index of /</h1><a href="a.zip">a.zip</a> 24-Nov-2026 10:00</body></html>
            text/html       | <html><body><p>页面搬家</p><a href="http://www.elsewhere.example/">新址</a></body></html>
            text/xml        | <?xml version="1.0"?><root><state>1</state></root>
            application/rss+xml | <?xml version="1.0"?><rss version="2.0"><channel><title>要闻</title></channel></rss>
            """)
    void what_is_no_portals_page_proves_nothing_of_the_portal(String type, String body) {
        FixtureSite site = request -> Answer.html(body, StandardCharsets.UTF_8, type);
        for (String check :
                List.of("meta-tags", "site-code", "footer", "search", "home-freshness", "empty-columns", "load-time")) {
            assertThat(decide(check, site))
                    .as(check)
                    .extracting(Finding::verdict, Finding::cause)
                    .containsExactly(Verdict.UNDETERMINED, Cause.PARSE);
        }
    }

    @Test
    void bytes_that_are_no_text_load_no_page() {
        FixtureSite site = request -> Answer.html("\u0001\u0002\u0003\u0004".repeat(500));

        assertThat(decide("load-time", site))
                .extracting(Finding::verdict, Finding::cause)
                .containsExactly(Verdict.UNDETERMINED, Cause.ENCODING);
    }

    @Test
    void a_long_error_without_a_way_on_proves_nothing_of_the_portal() {
        String trace = "at gov.cms.web.PageServlet.service(PageServlet.java:211)<br>".repeat(60);
        FixtureSite site = request -> Answer.html("<html><body><h1>Error</h1><pre>" + trace + "</pre></body></html>");

        for (String check : List.of("meta-tags", "site-code", "footer", "search")) {
            assertThat(decide(check, site))
                    .as(check)
                    .extracting(Finding::verdict, Finding::cause)
                    .containsExactly(Verdict.UNDETERMINED, Cause.PARSE);
        }
    }

    @Test
    void a_frame_in_a_frame_is_part_of_the_home_page() {
        Portal portal = new Portal(Sites.HOST, Sites.CODE, FixtureInspections.TODAY);
        Map<String, String> frames = Map.of(
                "/",
                        "<html><frameset rows='90,*'><frame src='/banner.html'><frame src='/inner.html'></frameset></html>",
                "/banner.html", "<html><body>欢迎</body></html>",
                "/inner.html",
                        "<html><frameset cols='90,*'><frame src='/banner.html'><frame src='/index.html'></html>");
        FixtureSite site =
                request -> Optional.ofNullable(frames.get(request.url().getPath()))
                        .map(Answer::html)
                        .orElseGet(() -> portal.answer(request));

        for (String check : List.of("meta-tags", "site-code", "footer", "home-freshness", "news-freshness", "search")) {
            assertThat(decide(check, site).verdict()).as(check).isEqualTo(Verdict.MET);
        }
    }

    private static Finding decide(String check, FixtureSite site) {
        FixtureWeb web = new FixtureWeb(FixtureInspections.CLOCK).serve(Sites.HOST, site);
        Subject subject =
                new Subject("yunlan", Sites.DIVISION, "portal", "portal", URI.create("http://" + Sites.HOST + "/"));
        Inspection.Tools tools = new Inspection.Tools(
                web, FixtureInspections.CLOCK, new Parameters(FixtureInspections.impatient()), Optional.empty());
        return Checks.all().stream()
                .filter(each -> each.id().equals(check))
                .findFirst()
                .orElseThrow()
                .decide(Inspection.of(List.of(subject), tools).getFirst());
    }
}
