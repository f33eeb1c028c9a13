package cn.lingpao.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lingpao observation …}. */
@Command(name = "observation", description = "Deliver observations 观测记录.", mixinStandardHelpOptions = true)
final class ObservationCommands {

    @Spec
    CommandSpec spec;

    @Command(name = "import", description = "Deliver the observations of an NDJSON file.")
    int importFile(@Mixin RowFile rows, @Mixin Connection connection) {
        return rows.send("observations", connection, spec);
    }
}
