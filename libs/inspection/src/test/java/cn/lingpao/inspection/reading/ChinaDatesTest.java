package cn.lingpao.inspection.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChinaDatesTest {

    private final ChinaDates dates = new ChinaDates(LocalDate.of(2021, 11, 20));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2021-11-05",
                "2021-11-5",
                "2021/11/05",
                "2021.11.05",
                "2021年11月5日",
                "2021 年 11 月 05 日",
                "20211105",
                "[2021-11-05]",
                "（2021-11-05）",
                "2021-11-05 09:30",
                "2021-11-05 09:30:15",
                "2021-11-05T09:30:00+08:00",
                "发布时间：2021-11-05 09:30",
                "发布日期: 2021年11月05日",
                "２０２１－１１－０５",
                "05 2021-11",
                "05/2021.11",
                "二〇二一年十一月五日",
                "Nov 5, 2021",
                "5 November 2021",
                "2021-11-05 星期五",
                "2021\u00A0-\u00A011\u00A0-\u00A005"
            })
    void one_day_in_many_prints(String print) {
        assertThat(dates.alone(print)).as(print).isPresent();
        assertThat(dates.alone(print).orElseThrow().days()).containsExactly(LocalDate.of(2021, 11, 5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "11-05 | 2020-11-05 2021-11-05",
                "[11-05] | 2020-11-05 2021-11-05",
                "11月05日 | 2020-11-05 2021-11-05",
                "[11.05] | 2020-11-05 2021-11-05",
                "12-01 | 2019-12-01 2020-12-01",
                "02-29 | 2020-02-29",
                "11/10/2021 | 2021-10-11 2021-11-10",
                "13/10/2021 | 2021-10-13",
                "10-11-12 | 2010-11-12 2012-10-11 2012-11-10"
            })
    void a_print_that_reads_in_several_ways_keeps_them(String print, String days) {
        List<LocalDate> expected =
                Arrays.stream(days.split(" ")).map(LocalDate::parse).toList();
        assertThat(dates.alone(print).orElseThrow().days()).containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2021-02-30",
                "2021-13-01",
                "13-45",
                "0571-87001234",
                "2021",
                "第12-13页",
                "今天是2021年11月20日 星期六",
                "2021-11-01 至 2021-12-01",
                "版权所有 2005-2021",
                "1.5",
                "关于2021年11月5日会议的通知",
                ""
            })
    void what_is_no_lone_date_is_none(String text) {
        assertThat(dates.alone(text)).as(text).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/art/2021/11/5/art_1229_58.html, 2021-11-05",
        "/2021/1105/c27a3321/page.htm, 2021-11-05",
        "/zwgk/202111/t20211105_3321.html, 2021-11-05",
        "/c/2021-11-05/content_12.shtml, 2021-11-05",
        "/20211105/abc.html, 2021-11-05"
    })
    void addresses_of_articles_tell_the_day(String path, LocalDate day) {
        assertThat(dates.ofAddress(path).orElseThrow().days()).containsExactly(day);
    }

    @Test
    void addresses_without_a_day_tell_none() {
        assertThat(dates.ofAddress("/news/10120.html")).isEmpty();
        assertThat(dates.ofAddress("/col/col1229/index.html")).isEmpty();
    }

    @Test
    void the_address_decides_between_two_years() {
        DateReading print = dates.alone("11-05").orElseThrow();
        DateReading address = dates.ofAddress("/t20201105_1.html").orElseThrow();
        assertThat(print.agreeing(address).days()).containsExactly(LocalDate.of(2020, 11, 5));
    }

    @Test
    void a_day_without_its_year_may_be_of_the_year_before() {
        ChinaDates inJanuary = new ChinaDates(LocalDate.of(2026, 1, 5));

        assertThat(inJanuary.alone("12-28").orElseThrow().days())
                .containsExactly(LocalDate.of(2024, 12, 28), LocalDate.of(2025, 12, 28));
        assertThat(inJanuary.alone("01-05").orElseThrow().latest()).isEqualTo(LocalDate.of(2026, 1, 5));
        assertThat(inJanuary
                        .alone("12-28")
                        .orElseThrow()
                        .agreeing(inJanuary.ofAddress("/t20251228_1.html").orElseThrow())
                        .days())
                .containsExactly(LocalDate.of(2025, 12, 28));
    }

    @Test
    void days_that_do_not_exist_or_that_nobody_set_are_none() {
        assertThat(dates.in("1970-01-01 0000-00-00 2021-13-40 2021-02-30")).isEmpty();
    }
}
