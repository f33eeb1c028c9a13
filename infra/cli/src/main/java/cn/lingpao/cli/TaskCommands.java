package cn.lingpao.cli;

import cn.lingpao.collectorclient.Platform;
import cn.lingpao.collectorclient.PlatformRefusal;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code lingpao task …}. */
@Command(name = "task", description = "What people have to see to 任务.")
final class TaskCommands {

    private static final String JSON = "application/json";

    @Spec
    CommandSpec spec;

    @Command(description = "List tasks, the most urgent first.")
    int list(
            @Parameters(paramLabel = "CAMPAIGN") String campaign,
            @Option(names = "--state", paramLabel = "STATE", description = "open, claimed or done") @Nullable
                    String state,
            @Option(names = "--holder", paramLabel = "NAME", description = "who holds it") @Nullable String holder,
            @Option(names = "--escalated", description = "only those whose deadline is near or past") boolean escalated,
            @Option(names = "--target", paramLabel = "ID") @Nullable String target,
            @Option(names = "--node", paramLabel = "ID", description = "a check point, indicator or any node above")
                    @Nullable
                    String node,
            @Mixin Connection connection) {
        Map<String, @Nullable String> asked = new LinkedHashMap<>();
        asked.put("state", state);
        asked.put("holder", holder);
        asked.put("escalated", escalated ? "true" : null);
        asked.put("target", target);
        asked.put("node", node);
        PrintWriter out = spec.commandLine().getOut();
        int count = new Pages(connection.api(), Platform.path("campaigns", campaign, "tasks"), query(asked))
                .each(task -> out.println(line(task)));
        out.println("tasks: " + count);
        return 0;
    }

    @Command(description = "Take a task upon yourself; needs the token of a person in LINGPAO_TOKEN.")
    int claim(
            @Parameters(paramLabel = "CAMPAIGN") String campaign,
            @Parameters(paramLabel = "TARGET") String target,
            @Parameters(paramLabel = "CHECKPOINT") String checkPoint,
            @Mixin Connection connection) {
        String path = Platform.path("campaigns", campaign, "tasks", target, checkPoint, "claim");
        spec.commandLine()
                .getOut()
                .println(line(
                        asPerson(() -> connection.api().post(path, JSON, "{}").body())));
        return 0;
    }

    @Command(name = "return", description = "Give a task back, so that another can claim it.")
    int giveBack(
            @Parameters(paramLabel = "CAMPAIGN") String campaign,
            @Parameters(paramLabel = "TARGET") String target,
            @Parameters(paramLabel = "CHECKPOINT") String checkPoint,
            @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "why") String reason,
            @Mixin Connection connection) {
        String path = Platform.path("campaigns", campaign, "tasks", target, checkPoint, "return");
        String why = JsonMapper.shared().writeValueAsString(Map.of("reason", reason));
        spec.commandLine()
                .getOut()
                .println(line(
                        asPerson(() -> connection.api().post(path, JSON, why).body())));
        return 0;
    }

    private static JsonNode asPerson(Supplier<JsonNode> request) {
        try {
            return request.get();
        } catch (PlatformRefusal refusal) {
            if (refusal.hasCode("not-a-person")) {
                throw new CommandFailure(
                        "tasks are for people: put the token of a person into LINGPAO_TOKEN, or use the workbench");
            }
            throw refusal;
        }
    }

    private static String line(JsonNode task) {
        String holder = task.path("holder").asString("");
        return "%s %s %s/%s  %s%s"
                .formatted(
                        task.path("escalated").asBoolean(false) ? "!" : " ",
                        task.path("until").asString("open-ended"),
                        task.path("target").asString(""),
                        task.path("checkPoint").asString(""),
                        task.path("state").asString(""),
                        holder.isEmpty() ? "" : " by " + holder);
    }

    private static String query(Map<String, @Nullable String> asked) {
        return asked.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .map(entry -> "&" + entry.getKey() + "="
                        + URLEncoder.encode(String.valueOf(entry.getValue()), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }
}
