package cn.lingpao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreCommandTest {

    private static final String FRAMEWORK = """
            id: mini
            version: "1"
            name: Mini
            bonus: {id: extra, name: Extra, cap: 5}
            nodes:
              - id: basics
                name: Basics
                checkPoints:
                  - {id: basics.plan, text: 搜索功能, rule: checklist, points: 50}
                  - {id: basics.share, text: Share, rule: benchmark, points: 50}
              - id: quality
                name: Quality
                checkPoints:
                  - {id: quality.guide, text: Guides, rule: graded, points: 60, grades: {full: 1, part: 0.5, none: 0}}
                  - {id: quality.time, text: Time, rule: ratio, points: 40, of: 100}
            """;

    private static final String GOOD = """
            target,name,basics.plan,basics.share,quality.guide,quality.time,extra
            a,甲,√,100,full,50,9
            b,乙,no,50,part,,
            """;

    @TempDir
    Path folder;

    private Path framework;

    @BeforeEach
    void a_framework() throws IOException {
        framework = Files.writeString(folder.resolve("f.yml"), FRAMEWORK);
    }

    private Said score(String values, String... more) throws IOException {
        return score(Files.writeString(folder.resolve("v.csv"), values), more);
    }

    private Said score(Path values, String... more) {
        return Said.by(Stream.concat(
                        Stream.of("score", "--framework", framework.toString(), "--values", values.toString()),
                        Arrays.stream(more))
                .toArray(String[]::new));
    }

    @Test
    void sensitivity_is_told_and_written() throws IOException {
        Path output = folder.resolve("firm");

        Said said = score(GOOD, "--sensitivity", "200", "--output", output.toString());

        assertThat(said.exit()).isZero();
        assertThat(said.out()).contains("ranks in 200 draws", "rank shift without a leaf: ");
        assertThat(Files.readString(output.resolve("sensitivity.csv"))).contains("a,1,1,1,1,1,");
        assertThat(Files.readString(output.resolve("removals.csv"))).contains("basics,0,0", "quality,0,0");
        assertThat(Files.readString(output.resolve("factors.csv"))).startsWith("group,factor,first,");
    }

    @Nested
    class Good {

        @Test
        void wide_and_long_form_give_the_same_bytes() throws IOException {
            Said wide = score(GOOD, "--output", folder.resolve("wide").toString());
            Said tall = score("""
                    target;name;indicator;value
                    a;甲;basics.plan;MET
                    a;;basics.share;1e2
                    a;;quality.guide;full
                    a;;quality.time;50.0
                    a;;extra;9
                    b;乙;basics.plan;0
                    b;;basics.share;50
                    b;;quality.guide;part
                    """, "--output", folder.resolve("long").toString());

            assertThat(wide.exit()).as(wide.err()).isZero();
            assertThat(tall.exit()).as(tall.err()).isZero();
            for (String file : new String[] {"scores.csv", "ranking.csv", "scores.json"}) {
                assertThat(folder.resolve("long").resolve(file))
                        .hasSameTextualContentAs(folder.resolve("wide").resolve(file));
            }
            assertThat(folder.resolve("wide/scores.csv")).hasContent("""
                    target,node,score,rank
                    a,mini,95,1
                    a,basics,100,1
                    a,quality,80,1
                    a,extra,5,
                    b,mini,37.5,2
                    b,basics,25,2
                    b,quality,50,2
                    b,extra,0,
                    """);
            assertThat(folder.resolve("wide/ranking.csv")).hasContent("""
                    rank,target,name,score,level
                    1,a,甲,95,
                    2,b,乙,37.5,
                    """);
            assertThat(folder.resolve("wide/explanations.jsonl")).content().hasLineCount(2);
        }

        @Test
        void the_first_places_are_shown() throws IOException {
            assertThat(score(GOOD).out().lines())
                    .containsExactly(
                            "mini@1 Mini: 2 targets, 2 with a score",
                            "  rank  target  name  score  level",
                            "     1  a       甲       95",
                            "     2  b       乙     37.5");
        }

        @Test
        void groups_are_scored_by_themselves() throws IOException {
            Path targets = Files.writeString(folder.resolve("t.csv"), "id,group\na,one\nb,two\nc,two\n");

            Said said = score(
                    GOOD,
                    "--targets",
                    targets.toString(),
                    "--output",
                    folder.resolve("o").toString());

            assertThat(said.exit()).isZero();
            assertThat(said.err()).contains("c: this target has no value at all [no-values]");
            assertThat(folder.resolve("o/ranking.csv")).hasContent("""
                    rank,target,name,score,level,group
                    1,a,甲,95,,one
                    1,b,乙,50,,two
                    ,c,,,,two
                    """);
        }

        @Test
        void the_words_of_the_author_for_no_value_and_columns_can_be_named() throws IOException {
            Said said = score(
                    "country,basics.plan,basics.share,source\nNA,1,n/a,x\n",
                    "--target",
                    "country",
                    "--missing",
                    "n/a,NA",
                    "--ignore",
                    "source");

            assertThat(said.exit()).as(said.err()).isZero();
            assertThat(said.out()).contains("NA").contains("100");
        }

        @Test
        void other_encodings_are_read_when_they_are_named() throws IOException {
            Path values = folder.resolve("gb.csv");
            Files.write(values, "target,basics.plan\n北京,√\n".getBytes(Charset.forName("gb18030")));

            assertThat(score(values).err())
                    .contains("gb.csv:2: byte 0xB1 is not UTF-8")
                    .contains("--encoding gb18030");
            assertThat(score(values, "--encoding", "gb18030").out()).contains("北京");
        }
    }

    @Nested
    class Refused {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '"',
                value = {
                    "basics.share|1,234|thousands-separator",
                    "basics.share|12%|percent-sign",
                    "basics.share|1,5|decimal-comma",
                    "basics.share|NaN|not-finite",
                    "basics.share|-Infinity|not-finite",
                    "basics.share|1’234|thousands-separator",
                    "basics.share|−12|not-a-number",
                    "basics.share|many|not-a-number",
                    "basics.share|-1|wrong-value",
                    "basics.plan|maybe|wrong-value",
                    "quality.guide|partly|wrong-value",
                    "quality|1|unknown-id",
                    "basics.shar|1|unknown-id"
                })
        void a_value_that_does_not_fit_is_named_with_its_place(String id, String value, String code)
                throws IOException {
            Said said = score("target,checkPoint,value\na,basics.plan,1\nb," + id + ",\"" + value + "\"\n");

            assertThat(said.exit()).isEqualTo(1);
            assertThat(said.out()).isEmpty();
            assertThat(said.err())
                    .contains("v.csv:3:")
                    .contains("[" + code + "]")
                    .contains("nothing was scored: 1 fault");
        }

        @ParameterizedTest
        @CsvSource({"0.5", "''", "7", "1e3", "Source: World Bank", "数据来源：统计局", "* estimated", "Average", "合计"})
        void what_a_spreadsheet_left_in_its_footer_is_an_unknown_target(String target) throws IOException {
            Said said = score("target,basics.plan\na,1\nb,1\n\"" + target + "\",1\n");

            assertThat(said.exit()).isEqualTo(1);
            assertThat(said.err()).contains("v.csv:4").contains("[unknown-target]");
        }

        @Test
        void all_faults_are_told_in_one_pass() throws IOException {
            Said said = score("""
                    target,basics.plan,basics.shar,basics.share
                    a,1,1,1
                    a,0,1,1.0
                    b,1
                    c,x,1,∞
                    """);

            assertThat(said.err().lines().map(line -> line.replaceAll(".*v\\.csv:([0-9:]+).*(\\[.*])$", "$1 $2")))
                    .containsExactly(
                            "1:3: [unknown-id]",
                            "3:2: [duplicate]",
                            "4:2: [ragged]",
                            "5:4: [not-finite]",
                            "nothing was scored: 4 faults; mend the input, then run the command again");
            assertThat(said.err()).contains("did you mean 'basics.share'? Else leave it out with --ignore basics.shar");
        }

        @Test
        void a_name_over_two_lines_is_an_open_quote() throws IOException {
            assertThat(score("target,basics.share\n\"a\nb\",1\n").err())
                    .contains("v.csv:2:1: target: the name of a target has a line break in it: close the quote");
        }

        @Test
        void a_benchmark_whose_best_is_0_is_never_a_silent_zero() throws IOException {
            assertThat(score("target,basics.share\na,0\nb,0\n").err())
                    .contains("v.csv: basics.share: the value to compare with is 0: nobody earns anything [best-zero]");
        }

        @Test
        void a_row_that_repeats_the_same_is_only_noticed() throws IOException {
            Said said = score("target,checkPoint,value\na,basics.share,1\na,basics.share,1.0\n");

            assertThat(said.exit()).isZero();
            assertThat(said.err()).contains("v.csv:3:3: basics.share: line 2 has the same value already [repeated]");
        }

        @Test
        void targets_that_nobody_registered_are_refused() throws IOException {
            Path targets = Files.writeString(folder.resolve("t.csv"), "id,name\na,甲\n");

            assertThat(score(GOOD, "--targets", targets.toString()).err())
                    .contains("v.csv:3:1: target: 'b' is not among the targets");
        }

        @Test
        void files_that_are_no_tables_say_what_they_are() throws IOException {
            Path zip = Files.write(folder.resolve("v.xlsx"), new byte[] {'P', 'K', 3, 4, 0});

            assertThat(score(zip).err()).contains("is a spreadsheet or a zip file, not CSV");
            assertThat(score("").err()).contains("holds nothing");
            assertThat(score("target,basics.plan\n").err()).contains("names no target");
            assertThat(score("country,basics.plan\nx,1\n").err()).contains("say --target \"country\"");
            assertThat(score("Towns 2021,,\ntarget,basics.plan,\nx,1,\n").err()).contains("first line is a title");
            assertThat(score(folder.resolve("none.csv")).err()).startsWith("there is no file ");
            assertThat(score(folder).err()).contains("is a folder, not a file");
        }

        @Test
        void nothing_is_written_and_a_broken_framework_is_told() throws IOException {
            Files.writeString(framework, "id: mini\n");

            Said said = score(GOOD, "--output", folder.resolve("o").toString());

            assertThat(said.exit()).isEqualTo(1);
            assertThat(said.err()).contains("f.yml:1:1: 'version' is missing").contains("nothing was scored");
            assertThat(folder.resolve("o")).doesNotExist();
        }

        @Test
        void a_fault_of_the_framework_has_line_column_path_and_remedy() throws IOException {
            Files.writeString(
                    framework, "id: f\nversion: 1\nname: F\nnodes:\n  - {id: a, name: A, measure: {log: log10}}\n");

            assertThat(score(GOOD).err())
                    .contains("f.yml:5:37: nodes[0].measure.log: 'log10' is unknown here: write natural, decimal");
        }
    }

    @Nested
    class Explained {

        @Test
        void a_branch_is_told_as_a_tree() throws IOException {
            assertThat(score(GOOD, "--explain", "b/basics").out().lines())
                    .containsExactly(
                            "乙 [b]: 37.5 of 100 (mini@1)",
                            "with 0 of 5 points of Extra",
                            "Basics [basics] 25 × 0.5 = 12.5",
                            "├─ ✗ 搜索功能 [basics.plan] 0 of 50",
                            "└─ 50 Share [basics.share] 25 of 50",
                            "      benchmark: best is 100 of 甲");
        }

        @Test
        void what_changed_adds_up_and_names_the_others() throws IOException {
            Path before = Files.writeString(folder.resolve("old.csv"), GOOD);

            Said said = score(
                    GOOD.replace("b,乙,no,50", "b,乙,√,60").replace("a,甲,√,100", "a,甲,√,120"),
                    "--explain",
                    "b",
                    "--before",
                    before.toString());

            assertThat(said.out().lines())
                    .containsExactly(
                            "乙, Mini [mini]: 37.5 → 62.5 (+25)",
                            "  +25 because 搜索功能 went from ✗ to √ [basics.plan]",
                            "  +2.5 because Share went from 50 to 60 [basics.share]",
                            "  -2.5 because the others in the group changed (bases of benchmarks, parameters of"
                                    + " normalisations)",
                            "      best of Share went from 100 to 120 of 甲 [basics.share]");
        }

        @Test
        void who_is_not_there_can_t_be_explained() throws IOException {
            assertThat(score(GOOD, "--explain", "z").err()).contains("there is no target 'z'");
            assertThat(score(GOOD, "--explain", "a/z").err()).contains("mini@1 has no node 'z'");
        }
    }
}
