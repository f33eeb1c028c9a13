package cn.lingpao.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.portal.RunningPortal;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

    private static final RunningPortal PORTAL = RunningPortal.shared();
    private static final String SHEET = "/results/demo/2/targets/provincial-3";

    @Test
    void the_home_page_lists_campaigns_and_says_how_to_verify() {
        assertThat(PORTAL.get("/").body()).contains("数字政府服务能力评估 2021（演示）", "/results/wide", "如何核验", "sha256sum");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/results/demo", "/results/demo/1", "/results/demo?list=capital", SHEET, "/results/wide"})
    void every_page_of_an_invented_campaign_says_so_in_both_languages(String path) {
        for (String language : List.of("zh", "en")) {
            String separator = path.contains("?") ? "&" : "?";
            assertThat(PORTAL.get(path + separator + "lang=" + language).body())
                    .containsPattern("(?s)role=\"note\".*虚构数据")
                    .containsPattern("(?s)role=\"note\".*Invented data");
        }
    }

    @Test
    void a_release_shows_its_hash_its_number_and_whose_the_weights_are() {
        assertThat(PORTAL.get("/results/demo").body())
                .contains("第 2 次发布", "平台默认权重（非官方）", "3f9a1c0d".repeat(8), "更正第 1 次发布");
        assertThat(PORTAL.get("/results/demo/1").body()).contains("本次发布已被第 2 次发布更正");
    }

    @Test
    void a_list_shows_its_entries_and_links_to_the_files() {
        String page = PORTAL.get("/results/demo/2?list=capital").body();
        assertThat(rows(page)).isEqualTo(20);
        assertThat(page)
                .contains(
                        "本榜单公布前 20 名",
                        "/api/v1/public/campaigns/demo/releases/2/rankings/capital.csv",
                        "/api/v1/public/campaigns/demo/releases/2/scores.csv");
    }

    @Test
    void a_score_that_was_set_says_by_whom_when_and_why_wherever_it_is_shown() {
        String list = PORTAL.get("/results/demo/2").body();
        assertThat(list).contains("含人工调整");
        assertThat(PORTAL.get("/results/demo/2/targets/provincial-3?lang=zh").body())
                .contains("服务成熟度", "调整为 88.5", "申诉成立", "仲裁人", "2021年12月1日 09:30");
        assertThat(PORTAL.get("/results/demo/2/targets/provincial-3?lang=zh").body())
                .containsOnlyOnce("class=\"set\"")
                .containsPattern("服务成熟度(?s:.{1,900})class=\"set\" href=\"#decisions\"");
        assertThat(PORTAL.get(SHEET.replace('3', '4')).body()).doesNotContain("仲裁人", "class=\"set\"");
    }

    @Test
    void a_part_that_was_dropped_is_named_beside_the_ranking_and_on_every_sheet() {
        assertThat(PORTAL.get("/results/wide?lang=en").body())
                .contains("Indicators dropped after collection", "评估组", "30 November 2021");
        assertThat(PORTAL.get("/results/wide/1/targets/places-1?lang=zh").body())
                .contains("交通时刻表", "已剔除", "2021年11月30日");
    }

    @Test
    void search_works_without_a_script() {
        assertThat(rows(PORTAL.get("/results/wide?q=Invented+place+12").body())).isEqualTo(4);
        assertThat(PORTAL.get("/results/wide?q=nobody").body()).contains("没有符合条件的评估对象");
    }

    @Test
    void what_a_reader_types_is_shown_as_text() {
        assertThat(PORTAL.get("/results/wide?q=%3Cscript%3Ealert(1)%3C/script%3E")
                        .body())
                .doesNotContain("<script>alert");
    }

    @Test
    void what_is_missing_or_undetermined_is_said_and_is_no_zero() {
        String sheet = PORTAL.get("/results/demo/2/targets/sub-provincial-13").body();
        assertThat(sheet).contains("缺测", "未排名").doesNotContainPattern("<b title=\"0\">");
        assertThat(PORTAL.get("/results/wide").body()).contains("待定");
    }

    @Test
    void an_excluded_dimension_is_explained_on_the_sheet_and_no_column_of_the_list() {
        assertThat(PORTAL.get("/results/wide/1/targets/places-1").body()).contains("剔除原因", "已剔除");
        assertThat(PORTAL.get("/results/wide").body()).doesNotContainPattern("(?s)<thead>.*交通时刻表.*</thead>");
    }

    @Test
    void a_reader_who_chose_english_keeps_it() {
        HttpResponse<String> english = PORTAL.get("/results/demo?lang=en");
        assertThat(english.body()).contains("<html lang=\"en\"", "Ranking CSV", "Provincial");
        String cookie = english.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        assertThat(PORTAL.get("/", "Cookie", cookie).body()).contains("Published results");
        assertThat(PORTAL.get("/").body()).contains("<html lang=\"zh-CN\"");
    }

    @Test
    void a_nonsense_language_is_chinese() {
        assertThat(PORTAL.get("/?lang=%00tlh").statusCode()).isEqualTo(200);
        assertThat(PORTAL.get("/?lang=fr").body()).contains("公开结果");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/results/nobody",
                "/results/demo/99",
                "/results/demo/one",
                "/results/demo?list=nothing",
                "/results/demo/2/targets/nobody",
                "/results",
                "/results/demo/2/targets/provincial-3/more",
                "/elsewhere"
            })
    void what_was_not_published_is_a_page_in_the_same_style(String path) {
        HttpResponse<String> page = PORTAL.get(path);
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("没有找到", "class=\"site\"").doesNotContain("Exception");
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
    }

    @Test
    void a_results_api_that_is_away_is_a_page_in_the_same_style() {
        PORTAL.results().away = true;
        try {
            HttpResponse<String> page = PORTAL.get("/results/demo");
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body()).contains("暂时无法显示").doesNotContain("refused");
        } finally {
            PORTAL.results().away = false;
        }
    }

    @Test
    void a_page_loads_nothing_from_elsewhere() {
        HttpResponse<String> page = PORTAL.get("/results/demo");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
        assertThat(page.body()).doesNotContainPattern("(src|rel=\"stylesheet\" href)=\"https?:");
    }

    @Test
    void a_style_sheet_has_an_address_of_its_own_and_is_kept_for_long() {
        String page = PORTAL.get("/").body();
        String address = page.replaceAll("(?s).*\"(/assets/portal-[0-9a-f]+\\.css)\".*", "$1");
        HttpResponse<String> sheet = PORTAL.get(address);
        assertThat(sheet.statusCode()).isEqualTo(200);
        assertThat(sheet.headers().firstValue("Cache-Control").orElse("")).contains("max-age=31536000");
    }

    @Test
    void both_languages_say_everything() {
        assertThat(messages("messages_en.properties").stringPropertyNames())
                .isEqualTo(messages("messages.properties").stringPropertyNames());
    }

    private static long rows(String page) {
        return page.lines().filter(line -> line.contains("data-find=")).count();
    }

    private static Properties messages(String file) {
        Properties messages = new Properties();
        try (InputStream in = Objects.requireNonNull(PagesTest.class.getResourceAsStream("/portal/" + file))) {
            messages.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return messages;
    }

    @Test
    void the_workbench_asks_for_a_sign_in_and_public_pages_keep_no_session() {
        assertThat(PORTAL.get("/results/demo").headers().allValues("Set-Cookie"))
                .isEmpty();
        HttpResponse<String> entry = PORTAL.get("/workbench/live");
        assertThat(entry.statusCode()).isEqualTo(302);
        assertThat(entry.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/workbench/sign-in/lingpao-portal"));
        assertThat(entry.headers().allValues("Set-Cookie"))
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax"));
        assertThat(PORTAL.get("/workbench/live/live", "X-Requested-With", "XMLHttpRequest")
                        .statusCode())
                .isEqualTo(401);
    }
}
