package cn.lingpao.cli;

import cn.lingpao.collectorclient.Platform;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lingpao observation …}. */
@Command(name = "observation", description = "Deliver observations 观测记录.")
final class ObservationCommands {

    @Spec
    CommandSpec spec;

    @Command(name = "import", description = "Deliver the observations of an NDJSON file.")
    int importFile(@Mixin RowFile rows, @Mixin Connection connection) {
        return rows.send("observations", connection, spec);
    }

    @Command(description = "Read the refused rows of a campaign; correct them and import them again.")
    int rejections(
            @Parameters(paramLabel = "CAMPAIGN") String campaign,
            @Option(
                            names = "--output",
                            paramLabel = "F.ndjson",
                            description = "write the rows as they were sent, ready to be corrected")
                    @Nullable
                    Path output,
            @Mixin Connection connection)
            throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<String> rows = new ArrayList<>();
        int count = new Pages(connection.api(), Platform.path("campaigns", campaign, "rejections")).each(rejection -> {
            String field = rejection.path("field").asString("");
            out.printf(
                    "%s  line %s: %s%s [%s]%n",
                    rejection.path("rejectedAt").asString(""),
                    rejection.path("line").asString("-"),
                    field.isEmpty() ? "" : field + ": ",
                    rejection.path("reason").asString(""),
                    rejection.path("code").asString(""));
            rows.add(rejection.path("row").asString(""));
        });
        if (output != null) {
            Files.write(
                    output,
                    rows.stream().distinct().filter(row -> !row.isBlank()).toList());
        }
        out.println("rejections: " + count);
        return 0;
    }
}
