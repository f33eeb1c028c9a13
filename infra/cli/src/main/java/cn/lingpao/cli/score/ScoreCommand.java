package cn.lingpao.cli.score;

import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.FrameworkFaults;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lingpao score}: scores a CSV file of values without any server. */
@Command(
        name = "score",
        sortOptions = false,
        description = "Score a CSV file of values under a framework, without any server.",
        footer = {
            "",
            "Values, long form: target, check point or indicator, value; if there are any: verdict, evidence, name.",
            "Values, wide form: a row a target, a column an id. Separated by comma, semicolon or tab; numbers as 1234.5.",
            "√ is MET √ ✓ yes true 1 是; ✗ is NOT_MET ✗ × x no false 0 否; UNDETERMINED, NOT_APPLICABLE; empty is missing.",
            "Refused input scores nothing: exit code 1, and every fault with line, field and remedy."
        })
public final class ScoreCommand implements Callable<Integer> {

    private static final int TOP = 10;
    private static final int SHOWN_NOTICES = 5;
    private static final int MOST_DRAWS = 1_000_000;

    @Spec
    @Nullable
    CommandSpec spec;

    @Option(names = "--framework", required = true, paramLabel = "F.yml", description = "the framework")
    Path framework = Path.of("");

    @Option(names = "--values", required = true, paramLabel = "V.csv", description = "the values, long or wide form")
    Path values = Path.of("");

    @Option(
            names = "--targets",
            paramLabel = "T.csv",
            description = "the targets: id, and if there are any name, division_code, group; others are then refused")
    @Nullable
    Path targets;

    @Option(
            names = "--base",
            paramLabel = "CAMPAIGN=FILE.csv",
            description = "values of a campaign that the framework names (frozen parameters, carry-forward)")
    Map<String, Path> bases = new LinkedHashMap<>();

    @Option(names = "--output", paramLabel = "DIR", description = "write scores, ranking, explanations here")
    @Nullable
    Path output;

    @Option(names = "--explain", paramLabel = "ID[/NODE]", description = "explain the score of a target")
    @Nullable
    String explain;

    @Option(names = "--before", paramLabel = "OLD.csv", description = "with --explain: what changed since these values")
    @Nullable
    Path before;

    @Option(
            names = "--sensitivity",
            paramLabel = "N",
            description = "draw other weights N times: rank intervals and probabilities of levels")
    int sensitivity;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "of the draws (default: ${DEFAULT-VALUE})")
    long seed = 1;

    @Option(
            names = "--missing",
            split = ",",
            paramLabel = "NA",
            description = "words that mean that there is no value, besides an empty field")
    Set<String> missing = new LinkedHashSet<>();

    @Option(names = "--ignore", split = ",", paramLabel = "COLUMN", description = "columns that are not read")
    Set<String> ignored = new LinkedHashSet<>();

    @Option(
            names = "--target",
            paramLabel = "COLUMN",
            description = "the column of the targets (default: target, or id)")
    @Nullable
    String target;

    @Option(names = "--encoding", defaultValue = "utf-8", description = "of the CSV files (default: ${DEFAULT-VALUE})")
    Charset encoding = StandardCharsets.UTF_8;

    private final Remarks remarks = new Remarks();

    @Override
    public Integer call() throws IOException {
        if (sensitivity < 0 || sensitivity > MOST_DRAWS) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), "--sensitivity takes 1 to " + MOST_DRAWS + " draws");
        }
        if (before != null && explain == null) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), "--before needs --explain: name the target");
        }
        Optional<Framework> read = framework();
        if (read.isEmpty()) {
            return 1;
        }
        Dialect dialect = new Dialect(encoding, missing, ignored, target);
        Input input = Input.read(read.get(), new Input.Files(values, targets, bases, before), dialect, remarks);
        return remarks.refused() ? refuse() : tell(input);
    }

    private Optional<Framework> framework() throws IOException {
        Optional<String> text = Decoding.text(framework, StandardCharsets.UTF_8, remarks);
        if (text.isEmpty()) {
            remarks.faults().forEach(err()::println);
            return Optional.empty();
        }
        try {
            return Optional.of(Framework.parse(text.get()));
        } catch (FrameworkFaults refused) {
            refused.faults().forEach(fault -> err().println(fault.in(framework.toString())));
            err().println("nothing was scored: mend the framework, then run the command again");
            return Optional.empty();
        }
    }

    private int refuse() {
        remarks.faults().forEach(err()::println);
        int more = remarks.faultCount() - remarks.faults().size();
        if (more > 0) {
            err().println("… and " + more + " more faults");
        }
        err().println("nothing was scored: %d fault%s; mend the input, then run the command again"
                .formatted(remarks.faultCount(), remarks.faultCount() == 1 ? "" : "s"));
        err().flush();
        return 1;
    }

    private int tell(Input input) throws IOException {
        Scoring scoring = Scoring.of(input, input.places().byId().values(), input.values());
        scoring.gaps(values, input.values(), remarks);
        if (remarks.refused()) {
            return refuse();
        }
        Outcome outcome = Outcome.of(scoring, input);
        Gaps.tell(outcome, values, remarks);
        List<Remark> notices = remarks.notices();
        notices.stream().limit(SHOWN_NOTICES).forEach(err()::println);
        if (notices.size() > SHOWN_NOTICES) {
            err().println("… and " + (notices.size() - SHOWN_NOTICES) + " more notices");
        }
        err().flush();
        Explanations explanations = new Explanations(input, scoring, outcome);
        if (explain == null) {
            Standings.of(outcome, TOP).forEach(out()::println);
        } else if (!explained(explanations, explain, input.before())) {
            return 1;
        }
        Firmness firmness = sensitivity == 0 ? null : Firmness.of(input, outcome, sensitivity, seed);
        if (firmness != null) {
            firmness.lines().forEach(out()::println);
        }
        if (output != null) {
            write(new ScoreFiles(output, outcome), explanations, firmness, notices);
        }
        out().flush();
        return 0;
    }

    private boolean explained(Explanations explanations, String words, @Nullable Values earlier) {
        Explanations.Asked asked = explanations.asked(words);
        Optional<String> fault = explanations.fault(asked);
        fault.ifPresent(err()::println);
        if (fault.isEmpty()) {
            List<String> lines = earlier == null ? explanations.text(asked) : explanations.change(asked, earlier);
            lines.forEach(out()::println);
        }
        return fault.isEmpty();
    }

    private void write(ScoreFiles files, Explanations explanations, @Nullable Firmness firmness, List<Remark> notices)
            throws IOException {
        files.scores();
        files.ranking();
        files.json();
        if (files.tooManyToExplain()) {
            out().println("more than 2 million values: ask for single explanations with --explain");
        } else {
            files.explanations(explanations);
        }
        if (firmness != null) {
            files.sensitivity(firmness);
        }
        files.warnings(notices);
        out().println("written to " + output + ": " + String.join(", ", files.written()));
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    private PrintWriter err() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }
}
