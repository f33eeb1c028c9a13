package cn.lingpao.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lingpao decision …}. */
@Command(name = "decision", description = "Deliver reviewers' decisions 审核.")
final class DecisionCommands {

    @Spec
    CommandSpec spec;

    @Command(name = "import", description = "Deliver the decisions of an NDJSON file.")
    int importFile(@Mixin RowFile rows, @Mixin Connection connection) {
        return rows.send("decisions", connection, spec);
    }
}
