package cn.lingpao.inspection.check;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.inspection.Subject;
import cn.lingpao.inspection.Verdict;
import cn.lingpao.inspection.fixture.Answer;
import cn.lingpao.inspection.fixture.FixtureSite;
import cn.lingpao.inspection.fixture.FixtureWeb;
import cn.lingpao.inspection.fixture.Sites;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeadLinksTest {

    private static final String HOME =
            "<html><title>云岚市人民政府</title><body><a href='/oa/'>办公</a> <a href='/mail/'>邮箱</a>";

    @Test
    void a_site_that_asks_for_a_login_whatever_is_asked_for_shows_no_dead_link() {
        String login = "<html><title>统一登录</title><body><form><input name=u><input type=password></form>";

        assertThat(verdict(login)).isEqualTo(Verdict.MET);
    }

    @Test
    void a_site_that_answers_links_as_it_answers_nonsense_has_dead_links() {
        String polite = "<html><title>云岚市人民政府</title><body><p>欢迎光临本网站，您可以从首页重新开始浏览。</p>";

        assertThat(verdict(polite)).isEqualTo(Verdict.NOT_MET);
    }

    private static Verdict verdict(String anythingElse) {
        FixtureSite site = request -> Answer.html(request.url().getPath().equals("/") ? HOME : anythingElse);
        FixtureWeb web = new FixtureWeb(FixtureInspections.CLOCK).serve(Sites.HOST, site);
        Subject subject =
                new Subject("yunlan", Sites.DIVISION, "portal", "portal", URI.create("http://" + Sites.HOST + "/"));
        Inspection.Tools tools = new Inspection.Tools(
                web, FixtureInspections.CLOCK, new Parameters(FixtureInspections.impatient()), Optional.empty());
        return new DeadLinks()
                .decide(Inspection.of(List.of(subject), tools).getFirst())
                .verdict();
    }
}
