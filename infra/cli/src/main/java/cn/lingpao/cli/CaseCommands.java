package cn.lingpao.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code lingpao case …}. */
@Command(name = "case", description = "Submit and award innovation cases 优秀创新案例.", mixinStandardHelpOptions = true)
final class CaseCommands {

    private static final JsonMapper JSON = new JsonMapper();

    @Spec
    CommandSpec spec;

    @Command(description = "Submit the cases of an NDJSON file, one form a line.")
    int submit(
            @Parameters(paramLabel = "CAMPAIGN") String campaign,
            @Parameters(paramLabel = "FILE") Path file,
            @Mixin Connection connection) {
        int fresh = 0;
        var lines = InputFile.lines(file);
        for (String form : lines) {
            fresh += post(connection, "/campaigns/" + campaign + "/cases", form, file);
        }
        spec.commandLine().getOut().printf("cases: %d submitted, %d unchanged%n", fresh, lines.size() - fresh);
        return 0;
    }

    @Command(description = "Give the awards of an NDJSON file: {\"case\", \"points\", \"at\"} a line.")
    int award(
            @Parameters(paramLabel = "CAMPAIGN") String campaign,
            @Parameters(paramLabel = "FILE") Path file,
            @Mixin Connection connection) {
        int fresh = 0;
        var lines = InputFile.lines(file);
        for (String line : lines) {
            JsonNode award = JSON.readTree(line);
            String path =
                    "/campaigns/" + campaign + "/cases/" + award.path("case").asString() + "/award";
            fresh += post(connection, path, line, file);
        }
        spec.commandLine().getOut().printf("awards: %d given, %d unchanged%n", fresh, lines.size() - fresh);
        return 0;
    }

    private static int post(Connection connection, String path, String body, Path file) {
        try {
            return connection.api().post(path, "application/json", body).isNew() ? 1 : 0;
        } catch (ApiRefusal refusal) {
            throw refusal.of(file);
        }
    }
}
