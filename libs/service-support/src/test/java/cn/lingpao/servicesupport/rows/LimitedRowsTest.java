package cn.lingpao.servicesupport.rows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitedRowsTest {

    @Test
    void a_batch_within_its_limit_is_read_whole() {
        assertThat(read("a\nb\n", 2)).containsExactly("a", "b");
    }

    @Test
    void the_first_row_beyond_the_limit_is_refused_and_no_other_read() {
        assertThat(read("a\nb\nc\nd\n", 2))
                .containsExactly("a", "b", "3: a batch has at most 2 rows; send this line and what follows in another");
    }

    private static List<String> read(String body, int most) {
        RowLines lines = new RowLines(new ByteArrayInputStream(body.getBytes(UTF_8)), 10);
        List<String> read = new ArrayList<>();
        new LimitedRows<>(
                        lines,
                        most,
                        line -> new String(line.bytes(), UTF_8),
                        (line, reason) -> line.number() + ": " + reason)
                .forEachRemaining(read::add);
        return read;
    }
}
