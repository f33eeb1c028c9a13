package cn.lingpao.servicesupport.rows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowLinesTest {

    @Test
    void lines_keep_their_number_over_empty_ones() {
        assertThat(read("a\n\n  \r\nb\nc", 10)).containsExactly("1:a", "4:b", "5:c");
    }

    @Test
    void the_last_line_may_end_or_not() {
        assertThat(read("a\nb\n", 10)).containsExactly("1:a", "2:b");
        assertThat(read("", 10)).isEmpty();
        assertThat(read("\n\n", 10)).isEmpty();
    }

    @Test
    void an_overlong_line_is_cut_off_and_the_next_one_read() {
        assertThat(read("abcdef\nabc\n", 3)).containsExactly("1:abc!", "2:abc");
    }

    @Test
    void a_line_longer_than_the_buffer_is_read_whole() {
        String line = "x".repeat(200_000);
        assertThat(read(line + "\ny", 300_000)).containsExactly("1:" + line, "2:y");
    }

    @Test
    void a_byte_order_mark_is_not_part_of_the_first_line() {
        assertThat(read("\uFEFFa\nb", 10)).containsExactly("1:a", "2:b");
    }

    private static List<String> read(String body, int longest) {
        List<String> read = new ArrayList<>();
        new RowLines(new ByteArrayInputStream(body.getBytes(UTF_8)), longest)
                .forEachRemaining(line ->
                        read.add(line.number() + ":" + new String(line.bytes(), UTF_8) + (line.tooLong() ? "!" : "")));
        return read;
    }
}
