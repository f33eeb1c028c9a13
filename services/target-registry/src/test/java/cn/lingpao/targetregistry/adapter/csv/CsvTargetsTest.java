package cn.lingpao.targetregistry.adapter.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import cn.lingpao.targetregistry.application.TargetTable.Broken;
import cn.lingpao.targetregistry.application.TargetTable.Described;
import cn.lingpao.targetregistry.application.TargetTable.Row;
import cn.lingpao.targetregistry.application.TargetTable.Rows;
import cn.lingpao.targetregistry.application.TargetTable.Unreadable;
import cn.lingpao.targetregistry.domain.Channel;
import cn.lingpao.targetregistry.domain.ChannelKind;
import cn.lingpao.targetregistry.domain.Fault;
import cn.lingpao.targetregistry.domain.Name;
import cn.lingpao.targetregistry.domain.TargetDetails;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTargetsTest {

    private static final String HEADER = "id,name,name_en,division_code,group,marks,channels\n";
    private static final String ROW =
            "yun,云州,Yunzhou,990100,key-city,sub-provincial|coastal,portal=https://yun.example/|app-ios|portal=https://2.example/\n";

    @Test
    void a_row_is_read_in_full() {
        assertThat(rows(HEADER + ROW))
                .containsExactly(new Described(
                        2,
                        "yun",
                        new TargetDetails(
                                new Name("云州", "Yunzhou"),
                                "990100",
                                "key-city",
                                Set.of("coastal", "sub-provincial"),
                                List.of(
                                        new Channel("portal", ChannelKind.PORTAL, "https://yun.example/"),
                                        new Channel("app-ios", ChannelKind.APP_IOS, null),
                                        new Channel("portal-2", ChannelKind.PORTAL, "https://2.example/")))));
    }

    @Test
    void without_an_English_name_the_Chinese_one_stands_for_both() {
        assertThat(rows(HEADER + "yun,云州,,,key-city,,\n")).singleElement().satisfies(row -> {
            TargetDetails details = ((Described) row).details();
            assertThat(details.name()).isEqualTo(new Name("云州", "云州"));
            assertThat(details.divisionCode()).isNull();
            assertThat(details.marks()).isEmpty();
            assertThat(details.channels()).isEmpty();
        });
    }

    @Test
    void a_byte_order_mark_and_windows_line_ends_are_tolerated() {
        String windows = "\uFEFF" + (HEADER + ROW + "\n" + ROW).replace("\n", "\r\n");

        assertThat(rows(windows)).extracting(Row::line).containsExactly(2, 4);
    }

    @Test
    void lines_are_counted_through_quoted_line_breaks() {
        assertThat(rows(HEADER + "a,\"甲\n乙\",,,g,,\nb,丙,,,g,,\n"))
                .extracting(Row::line)
                .containsExactly(2, 4);
    }

    @Test
    void a_file_in_GBK_is_refused_with_its_line() {
        byte[] gbk = (HEADER + ROW).getBytes(Charset.forName("GBK"));

        assertThat(unreadable(gbk)).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("wrong-encoding");
            assertThat(fault.line()).isEqualTo(2);
            assertThat(fault.reason()).contains("UTF-8");
        });
    }

    @Test
    void a_file_that_ends_within_a_character_is_refused() {
        byte[] whole = (HEADER + "yun,云").getBytes(StandardCharsets.UTF_8);

        assertThat(unreadable(Arrays.copyOf(whole, whole.length - 1)))
                .extracting(Fault::code)
                .containsExactly("wrong-encoding");
    }

    @Test
    void missing_and_unknown_columns_are_named() {
        assertThat(unreadable("id,name,name_en,group,marks,channels,score,id\n".getBytes(StandardCharsets.UTF_8)))
                .extracting(Fault::path, Fault::code)
                .containsExactlyInAnyOrder(
                        tuple("division_code", "missing-column"),
                        tuple("score", "unknown-column"),
                        tuple("id", "duplicate-column"));
        assertThat(unreadable(new byte[0])).extracting(Fault::code).containsExactly("missing-header");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            yun,云州,,,g,;wrong-column-count;''
            yun,云州,,,g,,,;wrong-column-count;''
            ,云州,,,g,,;missing-value;id
            yun,云州,,,g,,website=https://y.example/;unknown-channel-kind;channels
            """)
    void a_row_that_cannot_be_understood_says_why(String row, String code, String path) {
        assertThat(rows(HEADER + row + "\n" + ROW))
                .satisfiesExactly(
                        first -> assertThat(((Broken) first).faults())
                                .singleElement()
                                .satisfies(fault -> {
                                    assertThat(fault.code()).isEqualTo(code);
                                    assertThat(fault.path()).isEqualTo(path);
                                }),
                        second -> assertThat(second).isInstanceOf(Described.class));
    }

    @Test
    void an_unclosed_quote_is_refused_or_contained() {
        assertThat(new CsvTargets().read((HEADER + "a,\"甲,,,g,,\n").getBytes(StandardCharsets.UTF_8)))
                .satisfiesAnyOf(reading -> assertThat(reading).isInstanceOf(Unreadable.class), reading -> assertThat(
                                ((Rows) reading).rows())
                        .allSatisfy(row -> assertThat(row).isInstanceOf(Broken.class)));
    }

    @ParameterizedTest
    @CsvSource({"cstc-2021, 64", "godi-2015, 122", "demo-2021, 64"})
    void the_tables_that_ship_are_read(String sample, int targets) throws IOException {
        byte[] file = Files.readAllBytes(Path.of("../../infra/samples", sample, "targets.csv"));

        assertThat(((Rows) new CsvTargets().read(file)).rows()).hasSize(targets).allSatisfy(row -> assertThat(row)
                .isInstanceOf(Described.class));
    }

    private static List<Row> rows(String file) {
        return ((Rows) new CsvTargets().read(file.getBytes(StandardCharsets.UTF_8))).rows();
    }

    private static List<Fault> unreadable(byte[] file) {
        return ((Unreadable) new CsvTargets().read(file)).faults();
    }
}
