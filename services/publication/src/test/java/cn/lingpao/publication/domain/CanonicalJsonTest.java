package cn.lingpao.publication.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    @Test
    void members_are_sorted_and_there_are_no_blanks() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("b", List.of(1, true));
        value.put("a", "x");
        assertThat(CanonicalJson.write(value)).isEqualTo("{\"a\":\"x\",\"b\":[1,true]}");
    }

    @Test
    void equal_numbers_are_written_equally() {
        assertThat(CanonicalJson.write(List.of(
                        new BigDecimal("78.00"),
                        new BigDecimal("1E+2"),
                        new BigDecimal("0.000"),
                        new BigDecimal("1E-9"))))
                .isEqualTo("[78,100,0,0.000000001]");
    }

    @Test
    void only_what_must_be_escaped_is_escaped() {
        assertThat(CanonicalJson.write("领跑/\"\\\n\u0001é")).isEqualTo("\"领跑/\\\"\\\\\\n\\u0001é\"");
    }

    @Test
    void null_is_written_and_raw_json_stays_as_it_is() {
        assertThat(CanonicalJson.write(Arrays.asList(null, new CanonicalJson.Raw("{\"a\":1}"))))
                .isEqualTo("[null,{\"a\":1}]");
    }

    @Test
    void what_has_no_json_is_refused() {
        assertThatThrownBy(() -> CanonicalJson.write(1.5)).isInstanceOf(IllegalArgumentException.class);
    }
}
