package cn.lingpao.inspection.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class RecentTest {

    private static final URI A = URI.create("http://portal.example/a");
    private static final URI B = URI.create("http://portal.example/b");
    private static final URI C = URI.create("http://portal.example/c");

    private final Recent<String> recent = new Recent<>(10, String::length);

    @Test
    void what_was_not_used_for_longest_makes_room() {
        recent.put(A, "aaaa");
        recent.put(B, "bbbb");
        recent.get(A);
        recent.put(C, "cccc");

        assertThat(recent.get(B)).isEmpty();
        assertThat(recent.get(A)).contains("aaaa");
        assertThat(recent.get(C)).contains("cccc");
    }

    @Test
    void what_is_put_again_counts_once() {
        recent.put(A, "aaaa");
        recent.put(A, "aaaaa");
        recent.put(B, "bbbbb");

        assertThat(recent.get(A)).contains("aaaaa");
    }

    @Test
    void the_latest_stays_however_large() {
        recent.put(A, "aaaa");
        recent.put(B, "b".repeat(100));

        assertThat(recent.get(A)).isEmpty();
        assertThat(recent.get(B)).isPresent();
    }
}
