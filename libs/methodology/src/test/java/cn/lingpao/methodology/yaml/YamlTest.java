package cn.lingpao.methodology.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class YamlTest {

    @Test
    void broken_syntax_is_named_with_its_place() {
        Fault fault = only("id: a\nname: {zh: 甲\nversion: 1\n");

        assertThat(fault.code()).isEqualTo("syntax");
        assertThat(fault.line()).isEqualTo(3);
    }

    @Test
    void a_quote_that_is_left_open_is_named_where_it_opens() {
        assertThat(only("id: a\nversion: \"1\nname: \"A\"\n").line()).isEqualTo(2);
        assertThat(only("id: a\nversion: \"1\nname: A\n").line()).isEqualTo(2);
        assertThat(only("id: a\nname: {zh: '甲, en: A}\nversion: '1'\n").line()).isEqualTo(2);
    }

    @Test
    void a_tab_as_indentation_is_a_syntax_fault() {
        assertThat(only("nodes:\n\t- a\n").code()).isEqualTo("syntax");
    }

    @Test
    void a_character_that_yaml_forbids_is_named_with_its_line() {
        Fault fault = only("id: a\nname: b\u0007\n");

        assertThat(fault.line()).isEqualTo(2);
        assertThat(fault.reason()).contains("U+0007");
    }

    @Test
    void an_empty_document_is_refused() {
        assertThat(only("").code()).isEqualTo("empty");
        assertThat(only("# only a comment\n").code()).isEqualTo("empty");
    }

    @Test
    void two_documents_in_one_are_refused() {
        assertThat(only("id: a\n---\nid: b\n").code()).isEqualTo("syntax");
    }

    @Test
    void a_list_or_a_word_at_the_top_is_refused() {
        assertThat(only("- a\n").code()).isEqualTo("not-a-mapping");
        assertThat(only("a\n").code()).isEqualTo("not-a-mapping");
    }

    @Test
    void an_alias_bomb_is_refused_at_its_first_anchor() {
        Fault fault = only("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n");

        assertThat(fault.code()).isEqualTo("alias");
        assertThat(fault.line()).isEqualTo(1);
    }

    @Test
    void tags_are_refused() {
        assertThat(only("a: !!java.net.URL [x]\n").code()).isEqualTo("tag");
        assertThat(only("a: !!str x\n").code()).isEqualTo("tag");
    }

    @Test
    void a_deep_nest_is_refused_before_anything_is_built() {
        assertThat(only("a: " + "[".repeat(100_000)).code()).isEqualTo("too-deep");
    }

    @Test
    void a_document_over_the_limit_is_refused() {
        assertThat(only("a: " + "x".repeat(Yaml.MAX_LENGTH)).code()).isEqualTo("too-large");
    }

    @Test
    void windows_line_ends_and_a_byte_order_mark_are_read() {
        assertThat(read("\uFEFFid: a\r\nname: b\r\n").get().required("name").flatMap(Element::text))
                .contains("b");
    }

    @Test
    void a_mapping_as_a_key_is_an_unknown_key() {
        Faults faults = new Faults();
        Yaml.read("{a: b}: c\n", faults).orElseThrow().done();

        assertThat(faults.list()).extracting(Fault::code).containsExactly("unknown-key");
    }

    @Test
    void more_faults_than_anyone_reads_are_counted() {
        Faults faults = new Faults();
        StringBuilder document = new StringBuilder();
        for (int i = 0; i < Faults.MOST + 5; i++) {
            document.append("key").append(i).append(": x\n");
        }
        Yaml.read(document.toString(), faults).orElseThrow().done();

        assertThat(faults.list()).hasSize(Faults.MOST + 1);
        assertThat(faults.list().getLast().reason()).isEqualTo("and 5 more faults: mend these first");
    }

    private static Optional<Fields> read(String document) {
        return Yaml.read(document, new Faults());
    }

    private static Fault only(String document) {
        Faults faults = new Faults();
        assertThat(Yaml.read(document, faults)).isEmpty();
        assertThat(faults.list()).hasSize(1);
        return faults.list().getFirst();
    }
}
