package cn.lingpao.evidencereview.adapter.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.evidencereview.application.DecisionRow;
import cn.lingpao.evidencereview.application.DecisionRow.Readable;
import cn.lingpao.evidencereview.application.DecisionRow.Unreadable;
import cn.lingpao.evidencereview.domain.CellId;
import cn.lingpao.evidencereview.domain.Fault.Code;
import cn.lingpao.evidencereview.domain.Value;
import cn.lingpao.servicesupport.rows.RowLines.Line;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionReaderTest {

    @Test
    void a_full_row_is_read_field_by_field() {
        assertThat(read("""
                {"targetId":"t","checkPointId":"p","value":"UNDETERMINED","cause":"captcha","reason":"看不到",\
                "decidedBy":"reviewer-1","at":"2021-11-25T10:00:00+08:00"}""", false))
                .isEqualTo(new Readable(
                        3,
                        new CellId("c", "t", "p"),
                        Value.undetermined("captcha"),
                        "看不到",
                        "reviewer-1",
                        Instant.parse("2021-11-25T02:00:00Z")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
            nonsense                                                      |              | NOT_JSON
            {"checkPointId":"p","value":"MET"}                            | targetId     | MISSING
            {"targetId":"t","checkPointId":"p"}                           | value        | MISSING
            {"targetId":"t","checkPointId":"p","value":true}              | value        | WRONG_TYPE
            {"targetId":"t","checkPointId":"p","value":1,"cause":"dns"}   | cause        | NOT_ALLOWED
            {"targetId":"t","checkPointId":"p","value":1,"at":"tomorrow"} | at           | WRONG_TYPE
            {"targetId":"t","checkPointId":"p","value":1,"by":"me"}       | by           | UNKNOWN_FIELD
            """)
    void a_field_at_fault_is_named(String row, String field, Code code) {
        assertThat(read(row, false)).isInstanceOfSatisfying(Unreadable.class, unreadable -> {
            assertThat(unreadable.fault().field()).isEqualTo(field);
            assertThat(unreadable.fault().code()).isEqualTo(code);
            assertThat(unreadable.line()).isEqualTo(3);
        });
    }

    @Test
    void a_row_that_was_cut_off_is_too_long() {
        assertThat(read("{", true)).isInstanceOfSatisfying(Unreadable.class, unreadable -> assertThat(
                        unreadable.fault().code())
                .isEqualTo(Code.ROW_TOO_LONG));
    }

    private static DecisionRow read(String row, boolean tooLong) {
        return new DecisionReader("c", 1_000).read(new Line(3, row.getBytes(UTF_8), tooLong));
    }
}
