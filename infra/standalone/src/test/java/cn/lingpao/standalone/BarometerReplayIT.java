package cn.lingpao.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The Open Data Barometer 2014, with penalties, measures and figures, comes through the chain as it was published. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BarometerReplayIT {

    @TempDir
    static Path folder;

    private Platform platform;
    private Platform.Said replay;

    @BeforeAll
    void replay() {
        platform = Platform.start(folder.resolve("data"), Map.of());
        replay = platform.replay("odb-2014", folder.resolve("work"));
    }

    @AfterAll
    void stop() {
        platform.close();
    }

    @Test
    void every_published_figure_is_found_again() {
        assertThat(replay.exit()).as(replay.err()).isZero();
        assertThat(replay.out())
                .contains("entry scores 1290/1290, scores 86/86, ranks 86/86")
                .contains("readiness 86/86, implementation 86/86, impact 86/86")
                .contains("odb-scaled 86/86, readiness-scaled 86/86, implementation-scaled 86/86, impact-scaled 86/86");
    }

    @Test
    void the_explanation_names_the_frozen_parameters_and_the_penalty() {
        JsonNode explained = platform.audit("/campaigns/odb-2014/scores/fr/explanation?node=implementation");

        JsonNode step = explained.path("node").path("steps").path(0);
        assertThat(step.path("method").asString("")).isEqualTo("z-score");
        assertThat(step.path("parameters").path("mean").decimalValue()).isEqualByComparingTo("33.25602968");
        assertThat(explained.toString()).contains("map.stale");
    }

    @Test
    void the_figures_are_shown_to_the_public() {
        assertThat(platform.get("/results/odb-2014/1/targets/gb").body())
                .contains("总分（0–100）")
                .contains("100");
    }
}
