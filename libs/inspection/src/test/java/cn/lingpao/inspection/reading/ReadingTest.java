package cn.lingpao.inspection.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{SiteName}}",
                "${site.name}",
                "{$SiteName}",
                "<%=siteName%>",
                "[!--title--]",
                "{pboot:sitename}",
                "{dede:global.cfg_name/}",
                "#SITENAME#",
                "%SITENAME%",
                "$!{name}",
                "SiteName",
                "网站名称",
                "请填写栏目名称",
                "null",
                "undefined",
                "XXX",
                "TODO",
                "yyyy-MM-dd HH:mm",
                "<!--#SiteName-->",
                "__TITLE__",
                "待填",
                "www.xxx.gov.cn"
            })
    void placeholders_are_seen(String value) {
        assertThat(Placeholders.in(value)).as(value).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "云岚市人民政府",
                "www.yunlan.gov.cn",
                "9901000001",
                "2021-11-05 09:30",
                "工作动态",
                "关于印发《云岚市章程》的通知（云政发〔2021〕5号）",
                "测评中心发布年度报告（2021）",
                "名称预先核准办理指南",
                "云岚市,政府,动态",
                "5G+工业互联网大会",
                "“十四五”规划 {解读}之外的文字"
            })
    void real_values_are_no_placeholders(String value) {
        assertThat(Placeholders.in(value)).as(value).isEqualTo(value.contains("{"));
    }

    @ParameterizedTest
    @CsvSource({
        "1100000088, true",
        "bm12000001, true",
        "BM12000001, true",
        "N000000123, true",
        "110000008, false",
        "11000000881, false",
        "bm1200001, false",
        "N00000123, false",
        "X000000123, false",
        "110000008A, false"
    })
    void site_codes_have_three_forms(String text, boolean valid) {
        assertThat(SiteCode.of(text).isPresent()).isEqualTo(valid);
    }

    @Test
    void only_codes_of_ten_digits_have_a_region() {
        assertThat(SiteCode.of("1100000088").orElseThrow().region()).contains("1100");
        assertThat(SiteCode.of("bm12000001").orElseThrow().region()).isEmpty();
        assertThat(SiteCode.of("N000000123").orElseThrow().region()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2021-11-05 09:30, true", "2021-11-05 09:30:15, true", "2021-11-05  09:30, true", "2021-11-05, false",
                "2021-11-05 9:30, false",
        "2021/11/05 09:30, false", "2021年11月05日 09:30, false", "2021-11-05T09:30, false", "2021-02-30 09:30, false",
                "2021-11-05 25:30, false"
    })
    void publication_times_have_one_form(String print, boolean regular) {
        assertThat(PublicationTimes.isRegular(print)).isEqualTo(regular);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<h1>标题</h1><p>发布时间：2021-11-05 09:30 来源：日报</p> | 2021-11-05 09:30",
                "<h1>标题</h1><p>2021-11-05 09:30 来源：日报</p> | 2021-11-05 09:30",
                "<h1>标题</h1><div class='pubtime'>2021-11-05</div> | 2021-11-05",
                "<h1>标题</h1><span>时间：</span><em>2021年11月05日</em> | 2021年11月05日",
                "<h1>标题</h1><time>2021-11-05 09:30:00</time> | 2021-11-05 09:30:00"
            })
    void publication_times_are_found_where_they_are_printed(String html, String print) {
        assertThat(PublicationTimes.printed(page(html))).contains(print);
    }

    @Test
    void the_five_grades_are_five_choices() {
        Grades grades = Grades.of(page("<label>非常满意</label><label>基本满意</label><label>不满意</label><label>非常不满意</label>"));
        assertThat(grades.notOffered()).containsExactly("满意");
        Grades sentence = Grades.of(page("<p>评价分为非常满意、满意、基本满意、不满意、非常不满意</p>"));
        assertThat(sentence.offered()).isEmpty();
    }

    @Test
    void stars_beside_a_grade_are_no_total() {
        Grades grades = Grades.of(page("<li>非常满意（5星）</li><li>满意：4 分</li><li>基本满意 12 人</li>"));
        assertThat(grades.offered()).containsExactlyInAnyOrder("非常满意", "满意", "基本满意");
        assertThat(grades.counted()).containsExactly("基本满意");
    }

    @Test
    void the_telephone_of_the_footer_is_not_the_guides() {
        GuideReading guide = GuideReading.of(page("<table><tr><td>申请条件</td><td>年满十八周岁</td></tr></table>"
                + "<div class='foot'>主办单位：云岚市 联系电话：0999-5550100 ICP备05000001号</div>"));
        assertThat(guide.values()).containsOnlyKeys("申请条件");
    }

    @Test
    void a_label_without_a_value_is_no_element() {
        GuideReading guide =
                GuideReading.of(page("<dl><dt>办理地点</dt><dd></dd><dt>办理时间</dt><dd>—</dd><dt>联系电话</dt><dd>暂无</dd>"
                        + "<dt>办理流程：</dt><dd><img src='lc.png'></dd></dl>"));
        assertThat(guide.values()).containsOnlyKeys("办理流程");
        assertThat(guide.labelled()).hasSize(4);
    }

    @Test
    void one_label_may_name_place_and_hours() {
        GuideReading guide = GuideReading.of(page("<p><strong>办理地点和时间：</strong>一楼大厅，工作日 9 至 17 时</p>"));
        assertThat(guide.values()).containsOnlyKeys("办理地点", "办理时间");
    }

    @ParameterizedTest
    @CsvSource({
        "市政府召开会议…, 市政府召开会议研究明年工作安排, false",
        "市政府召开常务会议..., 市政府召开常务会议研究明年工作, true",
        "关于《办法》的通知, 关于办法的通知, true",
        "会议通知, 会议公告, false"
    })
    void titles_are_compared_without_punctuation_and_cuts(String one, String other, boolean same) {
        assertThat(Titles.same(one, other)).isEqualTo(same);
    }

    @Test
    void an_echo_of_the_question_is_no_hit() {
        Document results = Jsoup.parse("<p>您搜索的是 <a href='/so?q=x'>市政府召开常务会议</a></p>", "http://a.gov.cn/so?q=x");
        assertThat(SearchHits.lists(results, URI.create("http://a.gov.cn/n/1.html"), "市政府召开常务会议"))
                .isFalse();
        Document hit = Jsoup.parse("<p><a href='/n/1.html'><em>市政府</em>召开常务会议</a></p>", "http://a.gov.cn/so?q=x");
        assertThat(SearchHits.lists(hit, URI.create("http://a.gov.cn/n/1.html"), "市政府召开常务会议"))
                .isTrue();
    }

    @Test
    void links_are_read_as_browsers_read_them() {
        Document page = Jsoup.parse(
                "<a href=' /a b\\\\c.html#x '>x</a><a href='javascript:void(0)'>y</a><a href='mailto:a@b'>z</a>",
                "http://a.gov.cn/");
        List<URI> links = page.select("a").stream()
                .flatMap(link -> Links.target(link).stream())
                .toList();
        assertThat(links).hasSize(1);
        assertThat(Links.sameSite(URI.create("http://www.a.gov.cn/"), URI.create("https://zw.a.gov.cn/x")))
                .isTrue();
        assertThat(Links.sameSite(URI.create("http://127.0.0.1:81/"), URI.create("http://127.0.0.1:82/")))
                .isFalse();
    }

    private static Document page(String html) {
        return Jsoup.parse("<body>" + html + "</body>", "http://www.yunlan-fixture.gov.cn/");
    }
}
