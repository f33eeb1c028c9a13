package cn.lingpao.cli;

import java.nio.file.Path;
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
@Command(name = "release", description = "Release results 结果发布 and compare them.", mixinStandardHelpOptions = true)
final class ReleaseCommands {

    private static final JsonMapper JSON = new JsonMapper();

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
        Settling.await(connection.api(), campaign);
        ObjectNode command = JSON.createObjectNode();
        command.put("at", at).put("reason", reason);
        if (corrects != null) {
            command.put("corrects", corrects);
        }
        Api.Answer answer =
                connection.api().post("/campaigns/" + campaign + "/releases", "application/json", command.toString());
        spec.commandLine()
                .getOut()
                .printf(
                        "release %d %s: sha256 %s%n",
                        answer.body().path("number").asInt(),
                        answer.isNew() ? "published" : "unchanged",
                        answer.body().path("hash").asString());
        return 0;
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
            @Option(names = "--list", required = true, description = "the list whose ranks are compared") String list,
            @Mixin Connection connection) {
        PublishedTable expected = PublishedTable.read(entries, places);
        Comparison result = new ReleaseReader(connection.api(), campaign, list).compare(expected);
        List<String> differences = result.differences();
        differences.stream().limit(20).forEach(spec.commandLine().getErr()::println);
        spec.commandLine().getOut().println(result.summary());
        return differences.isEmpty() ? 0 : 1;
    }
}
