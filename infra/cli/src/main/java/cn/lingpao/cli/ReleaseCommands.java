package cn.lingpao.cli;

import cn.lingpao.collectorclient.Platform;
import cn.lingpao.collectorclient.PlatformRefusal;
import cn.lingpao.collectorclient.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code lingpao release …}. */
@Command(name = "release", description = "Release results 结果发布 and compare them.")
final class ReleaseCommands {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String STILL_MOVING = "still-moving";
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int SHOWN = 20;

    @Spec
    CommandSpec spec;

    @Command(description = "Release a campaign under its disclosure policy.")
    int create(
            @Parameters(paramLabel = "CAMPAIGN") String campaign,
            @Option(names = "--at", description = "instant of the release, for a campaign that is replayed") @Nullable
                    String at,
            @Option(names = "--corrects", paramLabel = "NUMBER", description = "the release that this one replaces")
                    @Nullable
                    Integer corrects,
            @Option(names = "--reason", description = "why it is replaced") @Nullable String reason,
            @Mixin Connection connection) {
        ObjectNode command = JSON.createObjectNode();
        command.put("at", at).put("reason", reason);
        if (corrects != null) {
            command.put("corrects", corrects);
        }
        Platform.Answer answer = release(connection.api(), campaign, command);
        spec.commandLine()
                .getOut()
                .printf(
                        "release %d %s: sha256 %s%n",
                        answer.body().path("number").asInt(0),
                        answer.isNew() ? "published" : "unchanged",
                        answer.body().path("hash").asString(""));
        return 0;
    }

    /** Data that have come through may still be on their way into the rankings: then it is asked again. */
    private static Platform.Answer release(Platform api, String campaign, ObjectNode command) {
        Waiting waiting = api.quietWaiting();
        while (true) {
            try {
                Settling.await(api, campaign);
                return api.post(
                        Platform.path("campaigns", campaign, "releases"), "application/json", command.toString());
            } catch (PlatformRefusal refusal) {
                if (!refusal.hasCode(STILL_MOVING)) {
                    throw refusal;
                }
                waiting.pause(PAUSE, "refused " + refusal.getMessage());
            }
        }
    }

    @Command(description = "Compare the newest release, read from the public API, with a published table.")
    int compare(
            @Parameters(paramLabel = "CAMPAIGN") String campaign,
            @Option(
                            names = "--entries",
                            required = true,
                            description = "CSV target,node,score: one score a target and node")
                    Path entries,
            @Option(names = "--places", required = true, description = "CSV target,score,rank: the totals") Path places,
            @Option(
                            names = "--figures",
                            description = "CSV target,node,score: other scores and figures, counted one by one")
                    @Nullable
                    Path figures,
            @Option(names = "--list", required = true, description = "the list whose ranks are compared") String list,
            @Mixin Connection connection) {
        PublishedTable expected = PublishedTable.read(entries, places, figures);
        Comparison result = new ReleaseReader(connection.api(), campaign, list).compare(expected);
        List<String> differences = result.differences();
        differences.stream().limit(SHOWN).forEach(spec.commandLine().getErr()::println);
        if (differences.size() > SHOWN) {
            spec.commandLine().getErr().println("… and " + (differences.size() - SHOWN) + " more differences");
        }
        spec.commandLine().getOut().println(result.summary());
        return differences.isEmpty() ? 0 : 1;
    }
}
