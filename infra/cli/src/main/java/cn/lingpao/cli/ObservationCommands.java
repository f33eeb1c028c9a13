package cn.lingpao.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lingpao observation …}. */
@Command(name = "observation", description = "Deliver observations 观测记录.", mixinStandardHelpOptions = true)
final class ObservationCommands {

    @Spec
    CommandSpec spec;

    @Command(name = "import", description = "Deliver the observations of an NDJSON file (.ndjson or .ndjson.gz).")
    int importFile(
            @Parameters(paramLabel = "CAMPAIGN") String campaign,
            @Parameters(paramLabel = "FILE", description = "one observation a line") Path file,
            @Option(
                            names = "--batch",
                            defaultValue = "500",
                            description = "lines a request (default: ${DEFAULT-VALUE})")
                    int batch,
            @Mixin Connection connection) {
        return new RowUpload(connection.api(), Api.path("campaigns", campaign, "observations"), batch)
                .send(file, "observations", spec);
    }
}
