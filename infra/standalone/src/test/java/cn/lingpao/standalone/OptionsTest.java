package cn.lingpao.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {

    @Test
    void without_options_the_gateway_takes_8080_and_the_parts_the_ports_after_it() {
        var options = Options.parse(List.of());
        assertThat(options.port(Part.GATEWAY)).isEqualTo(8080);
        assertThat(options.port(Part.STORE)).isEqualTo(8091);
        assertThat(options.data()).isEqualTo(Path.of("data").toAbsolutePath());
    }

    @Test
    void both_options_are_taken() {
        var options = Options.parse(List.of("--port", "9000", "--data", "/tmp/elsewhere"));
        assertThat(options).isEqualTo(new Options(Path.of("/tmp/elsewhere"), 9000, false));
    }

    @ParameterizedTest
    @CsvSource({
        "--port,many,--port must be a number",
        "--port,65530,--port must lie between",
        "--port,-1,--port must lie between",
        "--host,x,unknown option --host"
    })
    void what_cannot_be_is_refused_in_a_sentence_that_names_it(String option, String value, String sentence) {
        assertThatThrownBy(() -> Options.parse(List.of(option, value)))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith(sentence);
    }

    @Test
    void port_0_is_a_free_one_with_free_followers() {
        var options = Options.parse(List.of("--port", "0", "--once"));
        assertThatCode(() -> Machine.requireFreePorts(options, List.of(Part.values())))
                .doesNotThrowAnyException();
        assertThat(options.once()).isTrue();
    }

    @Test
    void an_option_without_its_value_is_refused() {
        assertThatThrownBy(() -> Options.parse(List.of("--data"))).hasMessageStartingWith("--data needs a value");
    }
}
