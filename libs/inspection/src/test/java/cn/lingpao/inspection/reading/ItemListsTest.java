package cn.lingpao.inspection.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemListsTest {

    private static final LocalDate DAY = LocalDate.of(2021, 11, 5);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<ul><li><a href='a.html'>市政府召开常务会议</a><span>2021-11-05</span></li></ul>",
                "<ul><li><span>2021-11-05</span><a href='a.html'>市政府召开常务会议</a></li></ul>",
                "<ul><li><a href='c/'>[要闻]</a><a href='a.html'>市政府召开常务会议</a><em>2021-11-05</em></li></ul>",
                "<ul><li><a href='a.html'><h4>市政府召开常务会议</h4><p>摘要摘要</p><span>2021-11-05</span></a></li></ul>",
                "<ul><li><a href='a.html'><div><b>05</b><i>2021-11</i></div>市政府召开常务会议</a></li></ul>",
                "<table><tr><td>1</td><td><a href='a.html'>市政府召开常务会议</a></td><td>2021/11/05</td></tr></table>",
                "<dl><dt><a href='a.html'>市政府召开常务会议</a></dt><dd>2021年11月5日</dd></dl>",
                "<p><a href='a.html'>市政府召开常务会议</a> (2021-11-05)</p>",
                "<div>· <a href='a.html'>市政府召开常务会议</a> 2021-11-05<br>· <a href='b.html'>另一条消息的标题</a> 2021-11-04<br></div>",
                "<div>2021-11-05 <a href='a.html'>市政府召开常务会议</a><br>2021-11-04 <a href='b.html'>另一条消息的标题</a><br></div>",
                "<ul><li><a href='a.html'>市政府召开常务会议 [2021-11-05]</a></li></ul>",
                "<div><p><a href='a.html'>市政府召开常务会议</a></p><p>来源：日报 2021-11-05 浏览：15</p></div>",
                "<table><tr><th>标题</th><th>成文日期</th><th>发布日期</th></tr><tr><td><a href='a.html'>市政府召开常务会议</a></td><td>2019-01-02</td><td>2021-11-05</td></tr></table>",
                "<ul><li><a href='javascript:;' onclick=\"window.open('/x/a.html')\">市政府召开常务会议</a><i>2021-11-05</i></li><li><a href='javascript:;' onclick=\"window.open('/x/b.html')\">另一条消息的标题</a><i>2021-11-04</i></li></ul>",
                "<ul><li><span>05</span><span>2021.11</span><a href='a.html'>市政府召开常务会议</a></li></ul>",
                "<ul><li><a href='a.html' title='标题：市政府召开常务会议&#10;发布时间：2021-11-05'>市政府召开常…</a></li></ul>",
                "<article><a href='a.html'><h3>市政府召开常务会议</h3><time datetime='2021-11-05T09:30:00+08:00'>昨天</time></a></article>",
                "<ul><li><a href='a.html'>市政府召开常务会议<time datetime='2021-11-04T18:00:00Z'>3天前</time></a></li></ul>",
                "<ul><li><a href='a.html'>市政府召开常务会议</a><time datetime='2021-11-05'></time></li></ul>",
                "<script type='text/xml'><record><![CDATA[<li><a href='a.html'>市政府召开常务会议</a><b>2021-11-05</b></li>]]></record></script>"
            })
    void a_list_of_any_layout_gives_title_address_and_day(String html) {
        List<Item> items = read(html);
        assertThat(items).as(html).isNotEmpty();
        Item first = items.stream()
                .filter(item -> item.url().getPath().endsWith("a.html"))
                .findFirst()
                .orElseThrow();
        assertThat(first.title()).isEqualTo("市政府召开常务会议");
        assertThat(first.date().orElseThrow().days()).containsExactly(DAY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div class='top'>今天是2021年11月5日 <a href='w.html'>云岚天气预报查询</a></div>",
                "<div><span>2021-11-05</span> <a href='w.html'>登录入口</a></div>",
                "<div class='weather'><a href='w.html'>云岚市气象台预报</a> 2021-11-05</div>",
                "<div><a href='w.html'>云岚市气象台预报</a> 2021-11-05 多云 12℃</div>",
                "<div class='footer'>更新时间：2021-11-05 <a href='w.html'>市政府网站地图</a></div>",
                "<p>版权所有 2005-2021 <a href='w.html'>云岚市人民政府办公室</a></p>",
                "<p>征集时间：2021-11-01 至 2021-12-01 <a href='w.html'>关于某办法的意见征集</a></p>"
            })
    void clocks_footers_and_periods_are_no_items(String html) {
        assertThat(read(html).stream().filter(item -> item.date().isPresent())).isEmpty();
    }

    @Test
    void two_days_in_a_row_without_a_head_are_both_read() {
        Item item =
                read("<table><tr><td><a href='a.html'>市政府召开常务会议</a></td><td>2019-01-02</td><td>2021-11-05</td></tr></table>")
                        .getFirst();
        assertThat(item.date().orElseThrow().days()).containsExactly(LocalDate.of(2019, 1, 2), DAY);
    }

    @Test
    void a_full_title_of_the_attribute_wins_over_the_shortened_text() {
        Item item = read("<li><a href='t20211105_1.html' title='市政府召开常务会议研究明年工作安排'>市政府召开常务会议...</a><i>11-05</i></li>")
                .getFirst();
        assertThat(item.title()).isEqualTo("市政府召开常务会议研究明年工作安排");
    }

    private static List<Item> read(String html) {
        return new ItemLists(LocalDate.of(2021, 11, 20)).in(Jsoup.parse(html, "http://www.yunlan-fixture.gov.cn/x/"));
    }
}
