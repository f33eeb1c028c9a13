package cn.lingpao.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code lingpao target …}. */
@Command(name = "target", description = "Register targets 评估对象 and their channels.", mixinStandardHelpOptions = true)
final class TargetCommands {

    @Spec
    CommandSpec spec;

    @Command(name = "import", description = "Register the targets of a CSV file.")
    int importFile(
            @Parameters(paramLabel = "CAMPAIGN") String campaign,
            @Parameters(paramLabel = "FILE", description = "id,name,name_en,division_code,group,marks,channels")
                    Path file,
            @Mixin Connection connection) {
        try {
            JsonNode report = connection
                    .api()
                    .post("/campaigns/" + campaign + "/targets", "text/csv", InputFile.text(file))
                    .body();
            RowReport rows = new RowReport(file, spec.commandLine().getErr());
            rows.addRejected(report.path("rows"), 0);
            spec.commandLine()
                    .getOut()
                    .printf(
                            "targets: %d created, %d updated, %d unchanged, %d rejected%n",
                            report.path("created").asInt(),
                            report.path("updated").asInt(),
                            report.path("unchanged").asInt(),
                            report.path("rejected").asInt());
            return rows.isClean() ? 0 : 1;
        } catch (ApiRefusal refusal) {
            throw refusal.of(file);
        }
    }
}
