package cn.lingpao.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusalsTest {

    @TempDir
    Path folder;

    @Test
    void a_port_in_use_is_named_with_its_part_and_the_option() throws Exception {
        try (var taken = new ServerSocket(0)) {
            var options = new Options(folder, taken.getLocalPort() - Part.SCORING.offset(), false);
            assertThatThrownBy(() -> Machine.requireFreePorts(options, List.of(Part.SCORING)))
                    .hasMessageContaining("port " + taken.getLocalPort() + " (scoring) is in use")
                    .hasMessageContaining("--port");
        }
    }

    @Test
    void too_little_memory_says_how_much_is_needed() {
        assertThatThrownBy(() -> Machine.requireMemory(256, 8000)).hasMessageContaining("grow to 256 MB");
        assertThatThrownBy(() -> Machine.requireMemory(1024, 900)).hasMessageContaining("this machine has 900 MB");
        assertThatCode(() -> Machine.requireMemory(1024, 8000)).doesNotThrowAnyException();
    }

    @Test
    void a_data_folder_has_one_instance_at_a_time() throws Exception {
        try (var first = DataFolder.open(folder)) {
            assertThatThrownBy(() -> DataFolder.open(folder))
                    .hasMessageContaining("in use by another running instance");
            assertThat(first.resolve("store")).isEqualTo(folder.resolve("store"));
        }
        DataFolder.open(folder).close();
    }

    @Test
    void a_data_folder_that_cannot_be_written_is_refused() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> DataFolder.open(file.resolve("data")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("cannot be written");
    }
}
