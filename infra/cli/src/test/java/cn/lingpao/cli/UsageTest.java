package cn.lingpao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "frame",
                "framework",
                "framework check",
                "framework check a b",
                "framework publish f.yml --nonsense",
                "campaign status",
                "observation import c",
                "observation import c f --batch many",
                "plan c --by week",
                "sampling",
                "sampling c --reason why",
                "task claim c t",
                "task return c t p",
                "sheet template c",
                "sheet upload c",
                "release compare c",
                "release create c --corrects first",
                "campaign status c --patience long",
                "replay",
                "dlt",
                "dlt show t",
                "dlt show t first",
                "dlt replay t",
                "dlt replay t 1 --all",
                "dlt replay t one",
                "dlt discard t 1",
                "sample",
                "score",
                "score --framework f.yml",
                "score --framework f.yml --values v.csv --before old.csv",
                "score --framework f.yml --values v.csv --encoding klingon",
                "score --framework f.yml --values v.csv --sensitivity many",
                "collect",
                "collect --targets t.csv",
                "collect --targets t.csv --output o --check nonsense",
                "collect --targets t.csv --output o --allow-network everything",
                "collect --targets t.csv --output o --set nonsense=1",
                "collect --targets t.csv --output o --set home-freshness.days=many",
                "collect --targets t.csv --output o --parallel 0",
                "collect --targets t.csv --output o --delay -1",
            })
    void wrong_usage_exits_with_2_and_shows_what_is_right(String words) {
        Said said = Said.by(words.isEmpty() ? new String[0] : words.split(" "));

        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).containsAnyOf("Usage: lingpao", "Did you mean: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"campaign open", "target import", "evidence verify", "collect", "dlt"})
    void every_command_explains_itself_when_asked(String words) {
        Said said = Said.by((words + " --help").split(" "));

        assertThat(said.exit()).isZero();
        assertThat(said.out()).startsWith("Usage: lingpao " + words);
        assertThat(said.err()).isEmpty();
    }

    @Test
    void help_shows_every_command_and_the_exit_codes() {
        Said said = Said.by("--help");

        assertThat(said.exit()).isZero();
        assertThat(said.out())
                .contains("framework", "campaign", "target", "observation", "decision", "case", "release", "dlt")
                .contains(
                        "collect",
                        "replay",
                        "sample",
                        "score",
                        "Exit codes: 0 done, 1 refused or not as expected, 2 wrong usage");
    }

    @Test
    void the_sample_command_writes_what_it_says(@TempDir Path folder) {
        Said said = Said.by("sample", "--output", folder.toString());

        assertThat(said.exit()).isZero();
        assertThat(said.out()).isEqualToIgnoringNewLines("invented 虚构: written to " + folder);
        assertThat(folder.resolve("observations.ndjson")).isNotEmptyFile();
    }
}
