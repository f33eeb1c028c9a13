package cn.lingpao.cli;

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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code lingpao case …}. */
@Command(name = "case", description = "Submit and award innovation cases 优秀创新案例.", mixinStandardHelpOptions = true)
final class CaseCommands {

    private static final JsonMapper JSON = new JsonMapper();

    @Spec
    CommandSpec spec;

    @Command(name = "import", description = "Submit the cases of an NDJSON file, one form a line, and award them.")
    int importFile(
            @Parameters(paramLabel = "CAMPAIGN") String campaign,
            @Parameters(paramLabel = "FILE") Path file,
            @Option(
                            names = "--awards",
                            paramLabel = "FILE",
                            description = "NDJSON: {\"case\": line of the case, \"points\", \"at\"}")
                    @Nullable
                    Path awards,
            @Mixin Connection connection) {
        Api api = connection.api();
        Outcome cases = new Outcome();
        List<String> ids = new ArrayList<>();
        for (String form : InputFile.lines(file)) {
            Api.Answer answer = post(api, "/campaigns/" + campaign + "/cases", form, file);
            cases.add(answer);
            ids.add(answer.body().path("caseId").asString());
        }
        spec.commandLine().getOut().println("cases: " + cases.describe("submitted"));
        if (awards != null) {
            award(api, campaign, awards, ids);
        }
        return 0;
    }

    private void award(Api api, String campaign, Path file, List<String> ids) {
        Outcome awards = new Outcome();
        for (String line : InputFile.lines(file)) {
            JsonNode award = JSON.readTree(line);
            String id = ids.get(award.path("case").asInt() - 1);
            awards.add(post(api, "/campaigns/" + campaign + "/cases/" + id + "/award", line, file));
        }
        spec.commandLine().getOut().println("awards: " + awards.describe("given"));
    }

    private static Api.Answer post(Api api, String path, String body, Path file) {
        try {
            return api.post(path, "application/json", body);
        } catch (ApiRefusal refusal) {
            throw refusal.of(file);
        }
    }

    private static final class Outcome {

        private int fresh;
        private int all;

        void add(Api.Answer answer) {
            all++;
            fresh += answer.isNew() ? 1 : 0;
        }

        String describe(String done) {
            return "%d %s, %d unchanged".formatted(fresh, done, all - fresh);
        }
    }
}
