package cn.lingpao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

class ProgressTest {

    @Test
    @ResourceLock(Resources.SYSTEM_ERR)
    void a_log_gets_lines() {
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try (Progress progress = Progress.of("collect", 64)) {
            progress.stepTo(64, 64);
        } finally {
            System.setErr(before);
        }

        assertThat(log.toString(StandardCharsets.UTF_8))
                .doesNotContain("\r")
                .contains("64/64")
                .endsWith("\n");
    }
}
