package cn.lingpao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseCommandsTest {

    private static final String RELEASES = "POST /campaigns/c/releases";

    @TempDir
    Path folder;

    @AutoClose
    private final FakeGateway gateway = new FakeGateway();

    @Nested
    class Create {

        @BeforeEach
        void everything_has_come_through() {
            Progresses.of(gateway, 4, 4, 4, 4, 4);
        }

        @Test
        void sends_what_was_said_and_prints_the_number() {
            gateway.on(RELEASES, 201, "{\"number\":2,\"hash\":\"ab\"}");

            Said said = gateway.lingpao(
                    "release", "create", "c", "--at", "2021-12-15T02:00:00Z", "--corrects", "1", "--reason", "typo");

            assertThat(said.out()).isEqualToIgnoringNewLines("release 2 published: sha256 ab");
            assertThat(said.exit()).isZero();
            assertThat(gateway.requests().getLast().body())
                    .isEqualTo("{\"at\":\"2021-12-15T02:00:00Z\",\"reason\":\"typo\",\"corrects\":1}");
        }

        @Test
        void says_when_it_changes_nothing() {
            gateway.on(RELEASES, 200, "{\"number\":1,\"hash\":\"ab\"}");

            assertThat(gateway.lingpao("release", "create", "c").out()).startsWith("release 1 unchanged");
        }

        @Test
        void asks_again_while_rankings_are_still_moving() {
            gateway.on(RELEASES, 409, "{\"detail\":\"still moving\",\"code\":\"still-moving\"}")
                    .on(RELEASES, 201, "{\"number\":1,\"hash\":\"ab\"}");

            assertThat(gateway.lingpao("release", "create", "c").exit()).isZero();
        }

        @Test
        void gives_up_when_they_never_stop() {
            gateway.on(RELEASES, 409, "{\"detail\":\"still moving\",\"code\":\"still-moving\"}");

            assertThat(gateway.lingpao("release", "create", "c"))
                    .returns(1, Said::exit)
                    .returns("refused (409): still moving", said -> said.err().strip());
        }

        @Test
        void a_refusal_names_its_faults() {
            gateway.on(RELEASES, 409, """
                    {"detail":"not in the phase","code":"outside-phase",
                     "errors":[{"field":"provincial/x","code":"no-sheet","reason":"there is no score sheet"}]}
                    """);

            assertThat(gateway.lingpao("release", "create", "c").err().lines())
                    .containsExactly(
                            "provincial/x: there is no score sheet [no-sheet]", "refused (409): not in the phase");
        }
    }

    @Nested
    class Compare {

        private static final String LATEST = "GET /public/campaigns/c/releases/latest/";

        @BeforeEach
        void a_release() {
            gateway.on(LATEST + "rankings/all.csv", 200, "target,total,rank\nx,90.50,1\ny,80,2\n")
                    .on(LATEST + "scores.csv", 200, "target,node,score\nx,n,1\ny,n,0.5\n");
        }

        private Said compare(String entries, String places) throws IOException {
            return gateway.lingpao(
                    "release",
                    "compare",
                    "c",
                    "--list",
                    "all",
                    "--entries",
                    Files.writeString(folder.resolve("e.csv"), entries).toString(),
                    "--places",
                    Files.writeString(folder.resolve("p.csv"), places).toString());
        }

        @Test
        void equal_figures_are_counted_as_numbers_without_a_token() throws IOException {
            Said said = compare("target,node,score\nx,n,1.0\ny,n,0.50\n", "target,score,rank\nx,90.5,1\ny,80,2\n");

            assertThat(said.err()).isEmpty();
            assertThat(said.out()).isEqualToIgnoringNewLines("entry scores 2/2, scores 2/2, ranks 2/2");
            assertThat(said.exit()).isZero();
            assertThat(gateway.requests())
                    .allSatisfy(request -> assertThat(request.authorization()).isEmpty());
            assertThat(gateway.requests())
                    .extracting(FakeGateway.Request::accept)
                    .containsOnly("text/csv");
        }

        @Test
        void every_difference_is_named_and_fails_the_command() throws IOException {
            Said said = compare("target,node,score\nx,n,1\ny,n,0.6\n", "target,score,rank\nx,90.5,2\ny,80,2\nz,70,3\n");

            assertThat(said.exit()).isEqualTo(1);
            assertThat(said.err().lines())
                    .containsExactly(
                            "entry scores of y n: published 0.6, found 0.5",
                            "ranks of x: published 2, found 1",
                            "scores of z: published 70, found null",
                            "ranks of z: published 3, found null");
            assertThat(said.out()).isEqualToIgnoringNewLines("entry scores 1/2, scores 2/3, ranks 1/3");
        }

        @Test
        void a_broken_table_is_named_with_its_line() throws IOException {
            assertThat(compare("target,node,score\nx,n,many\n", "target,score,rank\n")
                            .err())
                    .endsWith("e.csv:2: a score or rank is no number\n");
            assertThat(compare("target,score\nx,1\n", "target,score,rank\n").err())
                    .contains("e.csv:1: ")
                    .contains("node");
        }
    }
}
