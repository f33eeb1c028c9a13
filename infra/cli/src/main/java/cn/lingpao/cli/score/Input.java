package cn.lingpao.cli.score;

import cn.lingpao.methodology.framework.Framework;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a scoring is made of.
 *
 * @param bases values of other campaigns, by campaign
 * @param before earlier values to compare with; null without
 */
record Input(
        Framework framework,
        Places places,
        Values values,
        Map<String, Values> bases,
        @Nullable Values before) {

    /** The files to read. */
    record Files(
            Path values,
            @Nullable Path targets,
            Map<String, Path> bases,
            @Nullable Path before) {}

    /** Reads every file to its end, whatever is wrong with the others. */
    static Input read(Framework framework, Files files, Dialect dialect, Remarks remarks) throws IOException {
        Vocabulary vocabulary = new Vocabulary(framework);
        Path targets = files.targets();
        Places registered = targets == null ? null : Places.read(targets, dialect, remarks);
        Values values = new ValueReader(vocabulary, dialect, registered == null ? null : registered.known(), remarks)
                .read(files.values());
        Map<String, Values> bases = new LinkedHashMap<>();
        for (Map.Entry<String, Path> base : files.bases().entrySet()) {
            if (!framework.campaigns().contains(base.getKey())) {
                remarks.fault(
                        base.getValue(),
                        0,
                        0,
                        "",
                        "unknown-campaign",
                        "%s names no campaign '%s'%s".formatted(framework.ref(), base.getKey(), named(framework)));
            }
            bases.put(base.getKey(), new ValueReader(vocabulary, dialect, null, remarks).read(base.getValue()));
        }
        for (String campaign : framework.campaigns()) {
            if (!bases.containsKey(campaign)) {
                remarks.fault(
                        files.values(),
                        0,
                        0,
                        "",
                        "missing-base",
                        "the framework needs the values of campaign '" + campaign + "': give them with --base "
                                + campaign + "=FILE.csv");
            }
        }
        Path before = files.before();
        Values earlier = before == null ? null : new ValueReader(vocabulary, dialect, null, remarks).read(before);
        Places places = registered == null ? Places.of(values) : registered;
        notices(places, values, vocabulary, files.values(), remarks);
        return new Input(framework, places, values, bases, earlier);
    }

    /** What a target is called; null where no file says. */
    @Nullable
    String name(String target) {
        return places.name(target, values);
    }

    private static String named(Framework framework) {
        return framework.campaigns().isEmpty()
                ? ": leave --base out"
                : ": it names " + String.join(", ", framework.campaigns());
    }

    private static void notices(Places places, Values values, Vocabulary vocabulary, Path file, Remarks remarks) {
        List<String> unanswered =
                values.unanswered().stream().filter(vocabulary::counts).toList();
        if (!unanswered.isEmpty()) {
            remarks.notice(
                    file,
                    0,
                    0,
                    "",
                    "no-values",
                    "no target has a value for %s%s: the framework says what a missing value does"
                            .formatted(
                                    String.join(", ", unanswered.subList(0, Math.min(5, unanswered.size()))),
                                    unanswered.size() > 5 ? " and " + (unanswered.size() - 5) + " more" : ""));
        }
        for (String target : places.byId().keySet()) {
            if (values.answers(target).isEmpty()) {
                remarks.notice(file, values.line(target), 0, target, "no-values", "this target has no value at all");
            }
        }
    }
}
