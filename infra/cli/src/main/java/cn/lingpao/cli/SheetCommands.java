package cn.lingpao.cli;

import cn.lingpao.collectorclient.Platform;
import cn.lingpao.collectorclient.PlatformRefusal;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code lingpao sheet …}. */
@Command(name = "sheet", description = "Collect with a spreadsheet 采集表.")
final class SheetCommands {

    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int SHOWN = 20;

    @Spec
    CommandSpec spec;

    @Command(description = "Write a sheet with a row for exactly what nobody has observed yet.")
    int template(
            @Parameters(paramLabel = "CAMPAIGN") String campaign,
            @Option(names = "--output", paramLabel = "F.xlsx|F.csv", required = true) Path output,
            @Option(names = "--target", paramLabel = "ID", description = "only this target") @Nullable String target,
            @Mixin Connection connection)
            throws IOException {
        String format = format(output);
        String path = Platform.path("campaigns", campaign, "observations", "template") + "?format=" + format
                + (target == null ? "" : "&target=" + URLEncoder.encode(target, StandardCharsets.UTF_8));
        long size =
                connection.api().stream(path, bytes -> Files.copy(bytes, output, StandardCopyOption.REPLACE_EXISTING));
        spec.commandLine().getOut().printf("%s: %d bytes%n", output, size);
        return 0;
    }

    @Command(description = "Deliver a filled-in sheet; what is wrong is told by sheet, cell and reason.")
    int upload(
            @Parameters(paramLabel = "CAMPAIGN") String campaign,
            @Parameters(paramLabel = "FILE", description = "F.xlsx or F.csv") Path file,
            @Option(names = "--dry-run", description = "only say what would happen") boolean dryRun,
            @Mixin Connection connection) {
        String type = format(file).equals("xlsx") ? WORKBOOK : "text/csv";
        String path = Platform.path("campaigns", campaign, "observations", "sheet") + "?dryRun=" + dryRun;
        try {
            return report(
                    file,
                    connection
                            .api()
                            .post(path, type, BodyPublishers.ofFile(file))
                            .body());
        } catch (FileNotFoundException missing) {
            throw new CommandFailure("there is no file " + file);
        } catch (PlatformRefusal refusal) {
            throw refusal.of(file);
        }
    }

    private int report(Path file, JsonNode report) {
        PrintWriter err = spec.commandLine().getErr();
        int shown = 0;
        for (JsonNode error : report.path("errors")) {
            if (shown++ < SHOWN) {
                String cell =
                        error.path("cell").asString("row " + error.path("row").asString("?"));
                err.printf(
                        "%s:%s!%s: %s [%s]%n",
                        file,
                        error.path("sheet").asString(""),
                        cell,
                        error.path("reason").asString(""),
                        error.path("code").asString(""));
            }
        }
        if (shown > SHOWN) {
            err.printf("and %d more%n", shown - SHOWN);
        }
        err.flush();
        spec.commandLine()
                .getOut()
                .printf(
                        "%sobservations: %d accepted, %d repeated, %d rejected, %d rows not filled in%n",
                        report.path("dryRun").asBoolean(false) ? "dry run, nothing was stored; " : "",
                        report.path("accepted").asInt(0),
                        report.path("repeated").asInt(0),
                        report.path("rejected").asInt(0),
                        report.path("open").asInt(0));
        return report.path("rejected").asInt(0) == 0 ? 0 : 1;
    }

    private static String format(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".xlsx")) {
            return "xlsx";
        }
        if (name.endsWith(".csv")) {
            return "csv";
        }
        throw new CommandFailure(file + " is neither .xlsx nor .csv");
    }
}
