package cn.lingpao.cli;

import cn.lingpao.collectorclient.Platform;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code lingpao plan}: how far a collection has come. */
@Command(name = "plan", description = "How far the collection 采集计划 of a campaign has come.")
final class PlanCommand implements Callable<Integer> {

    private static final String LINE = "%-40s %7s %9s %12s %13s %6s %9s%n";

    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "CAMPAIGN")
    String campaign;

    @Option(
            names = "--by",
            defaultValue = "target",
            description = "count by ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    By by;

    @Mixin
    Connection connection;

    /** What is counted by. */
    enum By {
        target,
        indicator,
        collector,
        day
    }

    PlanCommand() {
        campaign = "";
        by = By.target;
        connection = new Connection();
    }

    @Override
    public Integer call() {
        JsonNode progress = connection
                .api()
                .get(Platform.path("campaigns", campaign, "plan", "progress") + "?by="
                        + by.name().toLowerCase(Locale.ROOT));
        PrintWriter out = spec.commandLine().getOut();
        out.printf(LINE, by, "due", "collected", "undetermined", "not collected", "tasks", "escalated");
        int due = 0;
        int collected = 0;
        for (JsonNode row : progress.path("rows")) {
            JsonNode count = row.path("count");
            out.printf(
                    LINE,
                    row.path("key").asString(""),
                    count.path("due").asString("0"),
                    count.path("collected").asString("0"),
                    count.path("undetermined").asString("0"),
                    count.path("notCollected").asString("0"),
                    count.path("tasks").asString("0"),
                    count.path("escalated").asString("0"));
            due += count.path("due").asInt(0);
            collected += count.path("collected").asInt(0);
        }
        out.printf("collected %d of %d%n", collected, due);
        return 0;
    }
}
