package cn.lingpao.cli;

import cn.lingpao.collectorclient.Platform;
import cn.lingpao.collectorclient.PlatformRefusal;
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
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** {@code lingpao case …}. */
@Command(name = "case", description = "Submit and award innovation cases 优秀创新案例.")
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
        Platform api = connection.api();
        Outcome submitted = new Outcome();
        List<String> ids = new ArrayList<>();
        for (String form : InputFile.lines(file)) {
            Platform.Answer answer = post(api, Platform.path("campaigns", campaign, "cases"), form, file, ids.size());
            submitted.add(answer);
            ids.add(answer.body().path("caseId").asString(""));
        }
        spec.commandLine().getOut().println("cases: " + submitted.describe("submitted"));
        if (awards != null) {
            award(api, campaign, awards, ids);
        }
        return 0;
    }

    private void award(Platform api, String campaign, Path file, List<String> ids) {
        Outcome given = new Outcome();
        for (String award : InputFile.lines(file)) {
            int number = caseOf(award);
            if (number < 1 || number > ids.size()) {
                throw new CommandFailure("%s:%d: \"case\" must be a line of the cases, 1 to %d"
                        .formatted(file, given.all + 1, ids.size()));
            }
            String path = Platform.path("campaigns", campaign, "cases", ids.get(number - 1), "award");
            given.add(post(api, path, award, file, given.all));
        }
        spec.commandLine().getOut().println("awards: " + given.describe("given"));
    }

    private static int caseOf(String award) {
        try {
            return JSON.readTree(award).path("case").asInt(0);
        } catch (JacksonException noJson) {
            return 0;
        }
    }

    /** @param before how many lines of the file stand before this one */
    private static Platform.Answer post(Platform api, String path, String line, Path file, int before) {
        try {
            return api.post(path, "application/json", line);
        } catch (PlatformRefusal refusal) {
            throw refusal.of(file + ":" + (before + 1));
        }
    }

    private static final class Outcome {

        private int fresh;
        private int all;

        void add(Platform.Answer answer) {
            all++;
            fresh += answer.isNew() ? 1 : 0;
        }

        String describe(String done) {
            return "%d %s, %d unchanged".formatted(fresh, done, all - fresh);
        }
    }
}
