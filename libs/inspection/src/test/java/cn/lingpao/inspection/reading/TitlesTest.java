package cn.lingpao.inspection.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TitlesTest {

    private static final String TITLE = "市政府召开常务会议研究明年工作安排";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "市政府召开常务会议研究明年工作安排（图）",
                "【要闻】市政府召开常务会议研究明年工作安排",
                "市政府召开常务会议  研究明年工作安排！",
                "市政府召开常务会议研究明年工作安排 - 云岚市人民政府网",
                "市政府召开常务会议研究…"
            })
    void channels_dress_the_same_title_differently(String dressed) {
        assertThat(Titles.same(TITLE, dressed)).isTrue();
    }

    @Test
    void a_title_about_another_one_is_not_the_same_but_holds_it() {
        String about = "一图读懂：市政府召开常务会议研究明年工作安排";
        assertThat(Titles.same(TITLE, about)).isFalse();
        assertThat(Titles.within(TITLE, about)).isTrue();
        assertThat(Titles.within(TITLE, "市政府召开全体会议")).isFalse();
    }
}
