package cn.lingpao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CampaignCommandsTest {

    @TempDir
    Path folder;

    @AutoClose
    private final FakeGateway gateway = new FakeGateway();

    @ParameterizedTest
    @CsvSource({"201,created,opened", "200,changed,changed", "200,unchanged,unchanged"})
    void open_says_what_came_of_it(int status, String outcome, String word) throws IOException {
        gateway.on("POST /campaigns", status, "{\"outcome\":\"" + outcome + "\",\"campaign\":{\"id\":\"c\"}}");
        Path file = Files.writeString(folder.resolve("c.yml"), "id: c\n");

        Said said = gateway.lingpao("campaign", "open", file.toString());

        assertThat(said.out()).isEqualToIgnoringNewLines("campaign c " + word);
        assertThat(said.exit()).isZero();
        assertThat(gateway.only().contentType()).isEqualTo("application/yaml");
        assertThat(gateway.only().body()).isEqualTo("id: c\n");
    }

    @Test
    void status_adds_up_what_the_services_tell() {
        Progresses.of(gateway, 9, 8, 7, 6, 5);

        Said said = gateway.lingpao("campaign", "status", "c");

        assertThat(said.exit()).isZero();
        assertThat(said.out())
                .isEqualToIgnoringNewLines(
                        "cells: 9 collected, 8 reviewed, 7 with a verdict, 6 scored, 5 at publication; awards: 2 of 2 scored");
    }

    @Test
    void await_ends_when_everything_has_come_through() {
        Progresses.of(gateway, 4, 3, 3, 2, 1);
        Progresses.of(gateway, 4, 4, 4, 4, 3);
        Progresses.of(gateway, 4, 4, 4, 4, 4);

        Said said = gateway.lingpao("campaign", "await", "c");

        assertThat(said.exit()).isZero();
        assertThat(said.out())
                .startsWith("cells: 4 collected, 4 reviewed, 4 with a verdict, 4 scored, 4 at publication");
    }

    @Test
    void await_gives_up_when_nothing_moves_and_points_at_the_dead_letters() {
        Progresses.of(gateway, 4, 3, 3, 3, 3);

        Said said = gateway.lingpao("campaign", "await", "c");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err().lines())
                .singleElement()
                .asString()
                .startsWith("nothing moves any more: cells: 4 collected, 3 reviewed")
                .endsWith("see 'lingpao dlt list'");
    }

    @Test
    void collect_orders_a_run_and_returns() {
        gateway.on("POST /campaigns/c/collection-runs", 202, "{\"id\":\"r1\"}");

        Said said = gateway.lingpao("campaign", "collect", "c", "--target", "a", "--target", "b", "--check", "https");

        assertThat(said.exit()).isZero();
        assertThat(said.out()).isEqualToIgnoringNewLines("run r1 ordered");
        assertThat(gateway.only().body()).isEqualTo("{\"targets\":[\"a\",\"b\"],\"checks\":[\"https\"],\"due\":false}");
    }

    @Test
    void collect_cancels_the_run_that_goes_on() {
        gateway.on(
                        "GET /campaigns/c/collection-runs",
                        200,
                        "{\"items\":[{\"id\":\"r2\",\"state\":\"collecting\"},{\"id\":\"r1\",\"endedAt\":\"2026-01-02T03:04:05Z\"}]}")
                .on("POST /campaigns/c/collection-runs/r2/cancellation", 202, "{\"id\":\"r2\"}");

        Said said = gateway.lingpao("campaign", "collect", "c", "--cancel");

        assertThat(said.exit()).isZero();
        assertThat(said.out()).contains("run r2 cancelled");
    }

    @Test
    void without_a_run_that_goes_on_there_is_nothing_to_cancel() {
        gateway.on("GET /campaigns/c/collection-runs", 200, "{\"items\":[]}");

        Said said = gateway.lingpao("campaign", "collect", "c", "--cancel");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err()).contains("no run of this campaign goes on");
    }

    @Test
    void collect_follows_a_run_to_its_end_and_says_what_was_refused() {
        String run = "GET /campaigns/c/collection-runs/r1";
        gateway.on("POST /campaigns/c/collection-runs", 202, "{\"id\":\"r1\"}")
                .on(run, 200, "{\"id\":\"r1\",\"state\":\"collecting\",\"progress\":{\"cells\":4,\"finished\":1}}")
                .on(run, 200, """
                        {"id":"r1","state":"done","endedAt":"2026-01-01T00:00:00Z",
                         "progress":{"cells":4,"finished":4,"met":2,"notMet":1,"undetermined":1},
                         "delivery":{"evidence":5,"accepted":3,"repeated":0,"rejected":1,"refused":["a portal p: no [x]"]}}
                        """);

        Said said = gateway.lingpao("campaign", "collect", "c", "--due", "--follow");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out().lines())
                .containsExactly(
                        "run r1 done: 4 verdicts: 2 MET, 1 NOT_MET, 1 UNDETERMINED",
                        "observations: 3 accepted, 0 repeated, 1 rejected; evidence: 5 stored");
        assertThat(said.err()).contains("a portal p: no [x]");
    }

    @Test
    void collect_follows_the_run_that_goes_on_after_it_was_lost_from_sight() {
        gateway.on("GET /campaigns/c/collection-runs", 200, "{\"items\":[{\"id\":\"r2\",\"state\":\"collecting\"}]}")
                .on(
                        "GET /campaigns/c/collection-runs/r2",
                        200,
                        "{\"id\":\"r2\",\"state\":\"done\",\"endedAt\":\"2026-01-01T00:00:00Z\"}");

        Said said = gateway.lingpao("campaign", "collect", "c", "--follow");

        assertThat(said.exit()).isZero();
        assertThat(said.out()).startsWith("run r2 done");
    }

    @Test
    void an_id_with_strange_letters_stays_one_segment_of_the_path() {
        gateway.on(
                "GET /campaigns/a%2Fb%20%E9%A2%86/observations/progress",
                404, "{\"detail\":\"there is no campaign 'a/b 领'\"}");

        Said said = gateway.lingpao("campaign", "status", "a/b 领");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err()).isEqualToIgnoringNewLines("refused (404): there is no campaign 'a/b 领'");
    }
}
