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
            @Option(names = "--batch", defaultValue = "500", description = "lines a request") int batch,
            @Mixin Connection connection) {
        RowUpload upload =
                new RowUpload(connection.api(), file, batch, spec.commandLine().getErr());
        boolean clean = upload.send("/campaigns/" + campaign + "/decisions", "decisions");
        spec.commandLine().getOut().println("decisions: " + upload.summary());
        return clean ? 0 : 1;
    }
}
