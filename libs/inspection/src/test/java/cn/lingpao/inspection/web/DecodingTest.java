package cn.lingpao.inspection.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecodingTest {

    private static final String CHINESE = "<p>关于印发政务公开工作要点的通知，联通𠮷镕</p>";

    private static Decoding.Decoded read(String html, String charset, Optional<String> header) {
        return Decoding.of(html.getBytes(Charset.forName(charset)), header);
    }

    @ParameterizedTest
    @CsvSource({
        "GB18030, text/html; charset=utf-8, utf-8",
        "GB18030, text/html, ''",
        "GB18030, text/html; charset=gb2312, gb2312",
        "GB18030, text/html; charset=iso-8859-1, utf-8",
        "GB18030, text/html; charset=nonsense, gbk",
        "UTF-8, text/html; charset=gbk, gb2312",
        "UTF-8, text/html, ''",
        "UTF-8, text/html; charset=iso-8859-1, iso-8859-1",
        "UTF-16LE, text/html; charset=utf-16le, ''"
    })
    void bytes_decide_over_declarations(String used, String header, String meta) {
        String mark = used.startsWith("UTF-16") ? "\uFEFF" : "";
        String declared = meta.isEmpty() ? "" : "<meta charset=\"" + meta + "\">";

        Decoding.Decoded decoded = read(mark + declared + CHINESE, used, Optional.of(header));

        assertThat(decoded.text()).contains(CHINESE);
        assertThat(decoded.encoding().clean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Big5, text/html", "Big5, text/html; charset=utf-8", "UTF-16LE, text/html", "UTF-16BE, text/html"})
    void what_nobody_declared_is_found_all_the_same(String used, String header) {
        String traditional = "<p>關於推進數字政府建設的通知，聯繫電話及網站地圖，主辦單位為市政府</p>";

        assertThat(read(traditional, used, Optional.of(header)).text()).isEqualTo(traditional);
    }

    @Test
    void simplified_text_is_not_taken_for_traditional() {
        assertThat(read("<p>镕喆垚淼焱骉犇羴鑫</p>", "GB18030", Optional.empty()).text()).contains("镕喆垚淼");
    }

    @Test
    void wrong_and_missing_declarations_are_reported() {
        assertThat(read("<meta charset=utf-8>" + CHINESE, "GB18030", Optional.of("text/html"))
                        .encoding()
                        .complaint())
                .hasValueSatisfying(said -> assertThat(said).contains("page says utf-8", "GB18030"));
        assertThat(read(CHINESE, "UTF-8", Optional.of("text/html")).encoding().complaint())
                .hasValueSatisfying(said -> assertThat(said).contains("nothing is declared"));
        assertThat(read("<meta charset=gb2312>" + CHINESE, "GB18030", Optional.of("text/html; charset=GBK"))
                        .encoding()
                        .complaint())
                .isEmpty();
        assertThat(read(
                                "<meta http-equiv=Content-Type content='text/html; charset=utf-8'>" + CHINESE,
                                "UTF-8",
                                Optional.empty())
                        .encoding()
                        .complaint())
                .isEmpty();
    }

    @Test
    void a_few_broken_bytes_do_not_make_utf8_something_else() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(CHINESE.repeat(20).getBytes(StandardCharsets.UTF_8));
        bytes.write(0xE4);
        bytes.write(0xB8);

        Decoding.Decoded decoded = Decoding.of(bytes.toByteArray(), Optional.empty());

        assertThat(decoded.text()).startsWith(CHINESE);
        assertThat(decoded.encoding().clean()).isFalse();
    }

    @Test
    void any_bytes_give_a_text() {
        byte[] noise = new byte[1000];
        new java.util.Random(1).nextBytes(noise);

        assertThat(Decoding.of(noise, Optional.of("text/html; charset=\u0000")).text())
                .isNotEmpty();
        assertThat(Decoding.of(new byte[0], Optional.empty()).text()).isEmpty();
    }
}
