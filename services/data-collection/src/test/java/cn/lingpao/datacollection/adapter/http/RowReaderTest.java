package cn.lingpao.datacollection.adapter.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import cn.lingpao.datacollection.domain.Fault.Code;
import cn.lingpao.datacollection.domain.Observer;
import cn.lingpao.datacollection.domain.Proof;
import cn.lingpao.datacollection.domain.Row;
import cn.lingpao.datacollection.domain.Row.Readable;
import cn.lingpao.datacollection.domain.Row.Unreadable;
import cn.lingpao.datacollection.domain.Submission;
import cn.lingpao.datacollection.domain.Value;
import cn.lingpao.datacollection.domain.Value.Judgement;
import cn.lingpao.servicesupport.rows.RowLines;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowReaderTest {

    private static final Observer SENDER = new Observer("maria", Observer.Kind.PERSON);
    private static final String REST =
            "\"target\":\"t\",\"checkPoint\":\"p\",\"observedAt\":\"2021-10-01T10:00:00+08:00\"";

    @Test
    void a_full_row_is_read_field_by_field() {
        Submission read = submission("""
                {"target":"t","checkPoint":"p","channel":"portal","value":"UNDETERMINED","cause":"captcha",
                "collector":{"id":"robot","kind":"SYSTEM"},"observedAt":"2021-10-01T10:00:00.123456+08:00",
                "evidence":[{"url":"u","title":"题","capturedAt":"2021-10-01T02:00:00Z","sha256":"%s","note":"n"}]}
                """.formatted("a".repeat(64)).replace("\n", ""));
        assertThat(read)
                .isEqualTo(new Submission(
                        "c",
                        "t",
                        "p",
                        "portal",
                        new Value.Undetermined("captcha"),
                        new Observer("robot", Observer.Kind.SYSTEM),
                        Instant.parse("2021-10-01T02:00:00.123Z"),
                        List.of(new Proof("u", "题", Instant.parse("2021-10-01T02:00:00Z"), "a".repeat(64), "n"))));
    }

    @Test
    void who_sent_it_observed_it_unless_the_row_says_otherwise() {
        assertThat(submission("{\"value\":\"MET\"," + REST + "}").observer()).isEqualTo(SENDER);
    }

    @Test
    void a_value_is_a_word_a_figure_or_a_grade() {
        assertThat(submission("{\"value\":\"NOT_MET\"," + REST + "}").value()).isEqualTo(Judgement.NOT_MET);
        assertThat(submission("{\"value\":0.10," + REST + "}").value())
                .isEqualTo(new Value.Measured(new BigDecimal("0.1")));
        assertThat(submission("{\"value\":\"part\"," + REST + "}").value()).isEqualTo(new Value.Graded("part"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
            not json                                   |                  | NOT_JSON
            {"value":"MET",}                           |                  | NOT_JSON
            {"value":"MET"} {}                         |                  | NOT_JSON
            {"value":"MET","value":"MET"}              |                  | NOT_JSON
            [1]                                        |                  | WRONG_TYPE
            7                                          |                  | WRONG_TYPE
            {"checkPoint":"p","value":"MET"}           | target           | MISSING
            {"target":null,"value":"MET"}              | target           | MISSING
            {"target":7,"value":"MET"}                 | target           | WRONG_TYPE
            {"target":"","value":"MET"}                | target           | WRONG_TYPE
            {"chanel":"x",REST,"value":"MET"}          | chanel           | UNKNOWN_FIELD
            {REST}                                     | value            | MISSING
            {REST,"value":true}                        | value            | WRONG_TYPE
            {REST,"value":"MET","cause":"dns"}         | cause            | NOT_ALLOWED
            {REST,"value":"MET","channel":1}           | channel          | WRONG_TYPE
            {REST,"value":"MET","collector":"me"}      | collector        | WRONG_TYPE
            {REST,"value":"MET","collector":{}}        | collector.id     | MISSING
            {REST,"value":"MET","collector":{"id":"r","kind":"X"}} | collector.kind | WRONG_TYPE
            {REST,"value":"MET","evidence":{}}         | evidence         | WRONG_TYPE
            {REST,"value":"MET","evidence":[7]}        | evidence[0]      | WRONG_TYPE
            {REST,"value":"MET","evidence":[{},{"sha256":"AB"}]} | evidence[1].sha256 | WRONG_TYPE
            {REST,"value":"MET","evidence":[{"link":"x"}]} | evidence[0].link | UNKNOWN_FIELD
            {"target":"t","checkPoint":"p","value":"MET"} | observedAt    | MISSING
            {"target":"t","checkPoint":"p","value":"MET","observedAt":"2021-10-01"} | observedAt | WRONG_TYPE
            {"target":"t","checkPoint":"p","value":"MET","observedAt":7} | observedAt | WRONG_TYPE
            """)
    void a_field_at_fault_is_named(String row, String field, Code code) {
        Row read = read(row.replace("REST", REST), false);
        assertThat(read).asInstanceOf(type(Unreadable.class)).satisfies(unreadable -> {
            assertThat(unreadable.fault().field()).isEqualTo(field);
            assertThat(unreadable.fault().code()).isEqualTo(code);
            assertThat(unreadable.fault().reason()).isNotBlank();
            assertThat(unreadable.line()).isEqualTo(4);
        });
    }

    @Test
    void a_row_that_was_cut_off_is_too_long() {
        assertThat(read("{\"value\":", true))
                .asInstanceOf(type(Unreadable.class))
                .extracting(unreadable -> unreadable.fault().code())
                .isEqualTo(Code.ROW_TOO_LONG);
    }

    private static Submission submission(String row) {
        assertThat(read(row, false)).isInstanceOf(Readable.class);
        return ((Readable) read(row, false)).submission();
    }

    private static Row read(String row, boolean tooLong) {
        return new RowReader("c", SENDER, 65_536).read(new RowLines.Line(4, row.getBytes(UTF_8), tooLong));
    }
}
