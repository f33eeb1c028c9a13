package cn.lingpao.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.cli.sample.PlainScores;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The 2021 campaign over invented places, compared with a second computation of the same files. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemonstrationReplayIT {

    private static final Map<String, Integer> SHOWN = Map.of("provincial", 20, "capital", 20, "sub-provincial", 15);
    private static final String RELEASE = "/api/v1/public/campaigns/demo-2021/releases/latest";

    @TempDir
    static Path folder;

    private Platform platform;
    private PlainScores plain;

    @BeforeAll
    void replay() throws IOException {
        platform = Platform.start(folder.resolve("data"), Map.of());
        Platform.Said replay = platform.replay("demo-2021", folder.resolve("work"));
        assertThat(replay.exit()).as(replay.out() + replay.err()).isZero();
        plain = PlainScores.of(folder.resolve("work").resolve("demo-2021"));
    }

    @AfterAll
    void stop() {
        platform.close();
    }

    @Test
    void every_node_of_every_place_is_as_the_second_computation_has_it() {
        plain.nodes().forEach((target, expected) -> {
            JsonNode sheet = platform.audit("/campaigns/demo-2021/scores/" + target);
            Map<String, @Nullable BigDecimal> scores = new LinkedHashMap<>();
            Map<String, String> states = new LinkedHashMap<>();
            for (JsonNode node : sheet.path("nodes")) {
                String id = node.path("nodeId").asString();
                scores.put(id, node.has("score") ? plain(node.path("score").decimalValue()) : null);
                states.put(id, node.path("state").asString());
            }
            Map<String, @Nullable BigDecimal> wanted = new LinkedHashMap<>();
            expected.forEach((node, score) -> wanted.put(node, score == null ? null : plain(score)));
            assertThat(scores).as(target).isEqualTo(wanted);
            assertThat(states).as(target).isEqualTo(plain.states().get(target));
            assertThat(plain(sheet.path("total").decimalValue())).isEqualTo(plain(plain.total(target)));
        });
    }

    @Test
    void the_ranks_of_all_three_lists_are_as_the_second_computation_has_them() {
        assertThat(plain.lists()).containsExactlyInAnyOrderElementsOf(SHOWN.keySet());
        for (String list : plain.lists()) {
            Map<String, Integer> ranks = new LinkedHashMap<>();
            for (JsonNode entry :
                    platform.audit("/campaigns/demo-2021/rankings/" + list).path("entries")) {
                ranks.put(entry.path("targetId").asString(), entry.path("rank").asInt());
            }
            assertThat(ranks).as(list).containsExactlyInAnyOrderEntriesOf(plain.ranks(list));
        }
    }

    @Test
    void the_release_shows_the_ranks_of_the_publication_rules_and_nothing_else() {
        Set<String> shown = new HashSet<>();
        SHOWN.forEach((list, top) -> {
            List<String> expected = new ArrayList<>();
            plain.ranks(list).forEach((target, rank) -> {
                if (rank <= top) {
                    expected.add(target);
                }
            });
            List<String> rows = rows(RELEASE + "/rankings/" + list + ".csv");
            assertThat(rows).as(list).containsExactlyInAnyOrderElementsOf(expected);
            shown.addAll(rows);
        });
        Set<String> hidden = new TreeSet<>(plain.nodes().keySet());
        hidden.removeAll(shown);

        assertThat(hidden).isNotEmpty();
        for (String path : List.of(
                RELEASE,
                RELEASE + "/scores.csv",
                RELEASE + "/rankings/provincial",
                RELEASE + "/rankings/capital",
                "/results/demo-2021",
                "/results/demo-2021?lang=en")) {
            HttpResponse<String> answer = platform.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.body()).as(path).contains("虚构");
            hidden.forEach(target -> assertThat(answer.body()).as(path).doesNotContainPattern("\\b" + target + "\\b"));
        }
        hidden.forEach(target -> assertThat(
                        platform.get(RELEASE + "/targets/" + target).statusCode())
                .isEqualTo(404));
    }

    @Test
    void staff_sign_in_see_the_board_and_claim_a_task_through_the_gateway() {
        Staff reviewer = new Staff(platform.url());
        HttpResponse<String> board = reviewer.signIn("reviewer-1", "/workbench/demo-2021");
        assertThat(board.uri()).hasToString(platform.url() + "/workbench/demo-2021");
        assertThat(board.body()).contains("虚构·兰渚市", "class=\"done\"", "undetermined late", "reviewer-1");

        HttpResponse<String> claimed = reviewer.press(reviewer.get("/workbench/demo-2021/tasks"), "claim");
        assertThat(claimed.body()).contains("已领取：虚构·", "退回");
        assertThat(reviewer.get("/workbench/demo-2021?lang=en").body()).contains("held by reviewer-1");

        Staff judge = new Staff(platform.url());
        HttpResponse<String> refused = judge.signIn("judge", "/workbench/demo-2021");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("审核员", "案例评委");
    }

    private List<String> rows(String csv) {
        return platform.get(csv)
                .body()
                .lines()
                .skip(1)
                .map(line -> line.split(",", 4)[2])
                .toList();
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    /** The page for writers of collectors rests on this script. */
    @Test
    void the_collector_in_shell_delivers_and_corrects() throws Exception {
        Process script = platform.run(Path.of("..", "samples", "collector-example", "collector-example.sh"));
        String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(script.waitFor()).as(said).isZero();
        assertThat(said)
                .contains(
                        "\"accepted\":1,\"repeated\":0,\"rejected\":2",
                        "wrong-value",
                        "not-registered",
                        "\"accepted\":1,\"repeated\":1,\"rejected\":0",
                        "\"observations\":2");
    }
}
