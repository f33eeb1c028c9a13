package cn.lingpao.inspection.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TargetFileTest {

    private static TargetFile parse(String csv) {
        return TargetFile.parse(csv.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void the_platforms_own_form_is_read() {
        TargetFile file = parse("""
                id,name,name_en,division_code,group,marks,channels
                110000,北京市,Beijing,110000,provincial,,portal=https://www.example.gov.cn/|service-platform=https://banshi.example.gov.cn
                """);

        assertThat(file.faults()).isEmpty();
        assertThat(file.notices()).isEmpty();
        assertThat(file.assignments()).singleElement().satisfies(target -> {
            assertThat(target.target()).isEqualTo("110000");
            assertThat(target.divisionCode()).isEqualTo("110000");
            assertThat(target.channels())
                    .extracting(Assignment.Channel::id)
                    .containsExactly("portal", "service-platform");
            assertThat(target.channels().getLast().subject().orElseThrow().url())
                    .isEqualTo(URI.create("https://banshi.example.gov.cn/"));
        });
    }

    @Test
    void simple_forms_marks_separators_and_encodings_are_read() {
        String rows = "Target;URL;channel;说明\na;http://a.example/;service-platform;好\n\na;http://a2.example;;x\n";

        assertThat(parse("\uFEFF" + rows).assignments()).singleElement().satisfies(target -> assertThat(
                        target.channels())
                .extracting(Assignment.Channel::id)
                .containsExactly("service-platform", "portal"));
        TargetFile chinese = TargetFile.parse(rows.getBytes(Charset.forName("GBK")));
        assertThat(chinese.assignments()).hasSize(1);
        assertThat(chinese.notices()).containsExactly("columns not used: 说明");
    }

    @Test
    void rows_of_one_target_come_together_and_equal_kinds_are_numbered() {
        TargetFile file = parse(
                "id,url\na,http://one.example/\nb,http://b.example/\na,http://two.example/\na,http://one.example/\n");

        assertThat(file.assignments()).extracting(Assignment::target).containsExactly("a", "b");
        assertThat(file.assignments().getFirst().channels())
                .extracting(Assignment.Channel::id)
                .containsExactly("portal", "portal-2");
        assertThat(file.notices())
                .singleElement()
                .asString()
                .startsWith("line 5: a lists portal=http://one.example/ again");
    }

    @Test
    void bad_rows_are_named_with_line_and_reason_and_an_unusable_address_keeps_its_cell() {
        TargetFile file = parse("""
                id,division_code,channels
                ,110000,portal=http://x.example/
                a,11x,portal=http://x.example/
                b,,portal=ftp://b.example/|=http://b.example/
                c,110000,portal=http://c.example/
                c,120000,portal=http://c.example/
                d,,
                e,1,2,3,4
                f,,portal=http://user:word@f.example/
                """);

        assertThat(file.faults())
                .contains(
                        "line 2: no target id",
                        "line 3: a: the division code '11x' is not digits of GB/T 2260",
                        "line 4: b portal: 'ftp://b.example/' is not an http or https address",
                        "line 4: b: '=http://b.example/' names no kind of channel",
                        "line 6: c: the division code 120000 contradicts 110000 of an earlier row",
                        "line 8: e: 5 fields, but the header has 3 columns",
                        "line 9: f portal: 'http://…@f.example/' is one with a user name")
                .hasSize(7);
        assertThat(file.notices()).containsExactly("line 7: d has no channel");
        assertThat(file.assignments()).extracting(Assignment::target).containsExactly("a", "b", "c", "e", "f");
        assertThat(file.assignments().getFirst().channels()).singleElement().satisfies(channel -> {
            assertThat(channel.subject()).isEmpty();
            assertThat(channel.fault()).contains("the division code '11x' is not digits");
        });
    }

    @Test
    void a_file_that_is_no_table_of_targets_is_refused() {
        assertThatThrownBy(() -> parse("")).hasMessageContaining("empty");
        assertThatThrownBy(() -> parse("name,url\n")).hasMessageContaining("'id' nor 'target'");
        assertThatThrownBy(() -> parse("id,name\n")).hasMessageContaining("'channels' nor 'url'");
        assertThatThrownBy(() -> parse("id,id,url\n")).hasMessageContaining("twice");
        assertThatThrownBy(() -> parse("PK\u0003\u0004xl/workbook.xml")).hasMessageContaining("save it as CSV");
        assertThatThrownBy(() -> parse("\u0001\u0002id,url\u0000\n")).hasMessageContaining("no text");
    }

    @Test
    void a_quotation_mark_that_is_never_closed_loses_no_row_silently() {
        TargetFile file = parse("id,url\na,http://a.example/\nb,\"http://b.example/\nc,http://c.example/\n");

        assertThat(file.faults())
                .containsExactly(
                        "a quotation mark is never closed; rows behind it may have run together",
                        "line 3: b: the address has a line break in it");
        assertThat(file.assignments().getLast().channels().getFirst().subject()).isEmpty();
    }
}
