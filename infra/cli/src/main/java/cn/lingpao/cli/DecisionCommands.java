package cn.lingpao.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lingpao decision …}. */
@Command(name = "decision", description = "Deliver reviewers' decisions 审核.", mixinStandardHelpOptions = true)
final class DecisionCommands {

    @Spec
    CommandSpec spec;

    @Command(name = "import", description = "Deliver the decisions of an NDJSON file.")
    int importFile(
            @Parameters(paramLabel = "CAMPAIGN") String campaign,
            @Parameters(paramLabel = "FILE", description = "one decision a line") Path file,
            @Option(
                            names = "--batch",
                            defaultValue = "500",
                            description = "lines a request (default: ${DEFAULT-VALUE})")
                    int batch,
            @Mixin Connection connection) {
        return new RowUpload(connection.api(), Api.path("campaigns", campaign, "decisions"), batch)
                .send(file, "decisions", spec);
    }
}
