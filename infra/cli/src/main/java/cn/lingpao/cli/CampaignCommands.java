package cn.lingpao.cli;

import cn.lingpao.collectorclient.Platform;
import cn.lingpao.collectorclient.PlatformRefusal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lingpao campaign …}. */
@Command(name = "campaign", description = "Open and follow campaigns 评估活动.")
final class CampaignCommands {

    @Spec
    CommandSpec spec;

    @Command(description = "Open a campaign, or redefine one that is open.")
    int open(
            @Parameters(paramLabel = "FILE", description = "the campaign, YAML") Path file,
            @Mixin Connection connection) {
        try {
            Platform.Answer answer = connection.api().post("/campaigns", "application/yaml", InputFile.text(file));
            String id = answer.body().path("campaign").path("id").asString("");
            String outcome =
                    answer.isNew() ? "opened" : answer.body().path("outcome").asString("unchanged");
            spec.commandLine().getOut().printf("campaign %s %s%n", id, outcome);
            return 0;
        } catch (PlatformRefusal refusal) {
            throw refusal.of(file);
        }
    }

    @Command(description = "Lay a ranking beside what it would be under another framework; nothing is recorded.")
    int rescore(
            @Parameters(paramLabel = "CAMPAIGN") String campaign,
            @Option(names = "--list", required = true, paramLabel = "LIST", description = "the ranking") String list,
            @Option(
                            names = "--framework",
                            required = true,
                            paramLabel = "ID@VERSION",
                            description = "the other framework")
                    String framework,
            @Option(
                            names = "--since",
                            paramLabel = "CAMPAIGN",
                            description =
                                    "an earlier campaign scored under it: says who improved and what the ruler did")
                    @Nullable
                    String since,
            @Mixin Connection connection) {
        String query = "?framework=" + URLEncoder.encode(framework, StandardCharsets.UTF_8)
                + (since == null ? "" : "&since=" + URLEncoder.encode(since, StandardCharsets.UTF_8));
        String path = Platform.path("campaigns", campaign, "rankings", list, "rescoring") + query;
        Rescored.print(connection.api().get(path), spec.commandLine().getOut());
        return 0;
    }

    @Command(description = "Show how far a campaign's data have come through the chain.")
    int status(@Parameters(paramLabel = "CAMPAIGN") String campaign, @Mixin Connection connection) {
        Settling now = Settling.of(connection.api(), campaign);
        spec.commandLine().getOut().println(now.describe());
        return 0;
    }

    @Command(description = "Let the site collector visit what the campaign assigns to it.")
    int collect(
            @Parameters(paramLabel = "CAMPAIGN") String campaign,
            @Option(names = "--target", paramLabel = "TARGET", description = "only this one; may be repeated") @Nullable
                    List<String> targets,
            @Option(names = "--check", split = ",", paramLabel = "ID", description = "only these checks") @Nullable
                    List<String> checks,
            @Option(names = "--due", description = "only what the plan still waits for") boolean due,
            @Option(
                            names = "--follow",
                            description = "show the progress and wait for the end; alone, of the run that goes on")
                    boolean follow,
            @Option(
                            names = "--cancel",
                            description = "end the run that goes on instead; what it has not delivered is dropped")
                    boolean cancel,
            @Mixin Connection connection) {
        CollectionRuns runs = new CollectionRuns(connection.api(), campaign);
        if (cancel) {
            spec.commandLine().getOut().println("run " + runs.cancel() + " cancelled");
            return 0;
        }
        boolean whole = targets == null && checks == null && !due;
        String run = (follow && whole ? runs.running() : Optional.<String>empty())
                .orElseGet(() -> runs.order(
                        Objects.requireNonNullElse(targets, List.of()),
                        Objects.requireNonNullElse(checks, List.of()),
                        due));
        if (!follow) {
            spec.commandLine().getOut().println("run " + run + " ordered");
            return 0;
        }
        return CollectionRuns.report(
                runs.follow(run),
                spec.commandLine().getOut(),
                spec.commandLine().getErr());
    }

    @Command(description = "Wait until everything delivered has come through to publication.")
    int await(@Parameters(paramLabel = "CAMPAIGN") String campaign, @Mixin Connection connection) {
        Settling settled = Settling.await(connection.api(), campaign);
        spec.commandLine().getOut().println(settled.describe());
        return 0;
    }
}
