package cn.lingpao.cli;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.Verdict;
import cn.lingpao.inspection.check.Check;
import cn.lingpao.inspection.check.Checks;
import cn.lingpao.inspection.run.Collection;
import cn.lingpao.inspection.run.Outcome;
import cn.lingpao.inspection.run.RunRefused;
import cn.lingpao.inspection.run.TargetFile;
import cn.lingpao.inspection.web.Cidr;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lingpao collect}: visits web channels and decides what a machine can decide, without any server. */
@Command(
        name = "collect",
        description = "Visit the web channels of targets and decide the machine-checkable points, without any server.",
        sortOptions = false,
        footer = {
            "",
            "Writes into DIR: verdicts.csv (target,channel,check,verdict,cause,reading,",
            "evidence), collection.warc.gz (every exchange; evidence is a SHA-256 in it)",
            "and journal.ndjson. Started again with the same DIR it does what is missing.",
            "Exit codes: 0 every row has a verdict, 1 a row of the file or the run failed,",
            "2 wrong usage."
        })
final class CollectCommand implements Callable<Integer> {

    private static final String DISABLED = "jdk.tls.disabledAlgorithms";

    @Spec
    CommandSpec spec;

    @Option(
            names = "--targets",
            required = true,
            paramLabel = "F.csv",
            description = "columns id or target; channels (kind=url|kind=url) or url, channel; division_code")
    Path targets = Path.of("");

    @Option(names = "--output", required = true, paramLabel = "DIR", description = "the folder to write to")
    Path output = Path.of("");

    @Option(names = "--check", split = ",", paramLabel = "ID", description = "only these checks; default: all")
    List<String> only = new ArrayList<>();

    @Option(
            names = "--allow-network",
            split = ",",
            paramLabel = "CIDR",
            description = "open exactly this internal range, for example 127.0.0.0/8")
    List<String> networks = new ArrayList<>();

    @Option(names = "--set", paramLabel = "CHECK.PARAMETER=VALUE", description = "set a parameter of a check")
    Map<String, String> set = new LinkedHashMap<>();

    @Option(
            names = "--user-agent",
            paramLabel = "TEXT",
            defaultValue = "${env:LINGPAO_USER_AGENT}",
            description = "names the collector and whom to write to: 'Name/1.0 (+mailto:you@your.org)'")
    String userAgent = "";

    @Option(
            names = "--parallel",
            paramLabel = "N",
            defaultValue = "16",
            description =
                    "targets side by side; one host is always visited by one request at a time (default: ${DEFAULT-VALUE})")
    int parallel = 16;

    @Option(
            names = "--delay",
            paramLabel = "SECONDS",
            defaultValue = "1",
            description =
                    "pause between two requests to a host; robots.txt may ask for more (default: ${DEFAULT-VALUE})")
    double delay = 1;

    @Option(
            names = "--channel-minutes",
            paramLabel = "N",
            defaultValue = "30",
            description = "longest time for one channel; what is left then is 'not-tried' (default: ${DEFAULT-VALUE})")
    int channelMinutes = 30;

    @Option(names = "--no-browser", description = "read page sources only, even where Chromium is installed")
    boolean noBrowser;

    @Override
    public Integer call() throws IOException {
        Collection.Request request = request();
        TargetFile file = read();
        PrintWriter err = spec.commandLine().getErr();
        file.notices().forEach(notice -> err.println(targets + ": " + notice));
        file.faults().forEach(fault -> err.println(targets + ": " + fault));
        if (file.assignments().isEmpty()) {
            throw new CommandFailure(targets + ": there is nothing to collect");
        }
        err.flush();
        likeABrowser();
        List<Outcome> outcomes = collect(request, file, sentence -> {
            err.println(sentence);
            err.flush();
        });
        summarise(outcomes, file.faults().size());
        return file.faults().isEmpty() ? 0 : 1;
    }

    private static List<Outcome> collect(Collection.Request request, TargetFile file, Consumer<String> tell)
            throws IOException {
        try (CollectionBar bar = new CollectionBar(tell)) {
            return Collection.run(request, file.assignments(), bar, tell);
        } catch (RunRefused refused) {
            throw new CommandFailure(refused.getMessage());
        }
    }

    /** Browsers still accept RSA key exchange, which this JDK does not unless it is told. */
    private static void likeABrowser() {
        Security.setProperty(DISABLED, Security.getProperty(DISABLED).replaceAll(",?\\s*TLS_RSA_\\*", ""));
    }

    private TargetFile read() {
        try {
            return TargetFile.parse(Files.readAllBytes(targets));
        } catch (IOException unreadable) {
            throw InputFile.unreadable(targets, unreadable);
        } catch (IllegalArgumentException unusable) {
            throw new CommandFailure(targets + ": " + unusable.getMessage());
        }
    }

    private Collection.Request request() {
        if (parallel < 1 || parallel > 256) {
            throw wrong("--parallel must be between 1 and 256");
        }
        if (!(delay >= 0 && delay <= 3600)) {
            throw wrong("--delay must be between 0 and 3600 seconds");
        }
        if (channelMinutes < 1 || channelMinutes > 100_000) {
            throw wrong("--channel-minutes must be at least 1");
        }
        if (userAgent != null && userAgent.chars().anyMatch(character -> character < 0x20 || character > 0x7E)) {
            throw wrong("--user-agent must be plain ASCII");
        }
        return new Collection.Request(
                output,
                null,
                checks(),
                networks.stream().map(this::range).toList(),
                parameters(),
                userAgent == null || userAgent.isBlank() ? Collection.anonymous() : userAgent.strip(),
                parallel,
                Duration.ofMillis(Math.round(delay * 1000)),
                Duration.ofMinutes(channelMinutes),
                !noBrowser);
    }

    private List<Check> checks() {
        List<Check> all = Checks.all();
        List<String> ids = all.stream().map(Check::id).toList();
        for (String id : only) {
            if (!ids.contains(id.strip())) {
                throw wrong("there is no check '" + id + "'; there are: " + String.join(", ", ids));
            }
        }
        List<String> wanted = only.stream().map(String::strip).toList();
        return wanted.isEmpty()
                ? all
                : all.stream().filter(check -> wanted.contains(check.id())).toList();
    }

    private Cidr range(String text) {
        try {
            return Cidr.parse(text);
        } catch (IllegalArgumentException unreadable) {
            throw wrong("--allow-network: " + unreadable.getMessage());
        }
    }

    private Map<String, String> parameters() {
        Map<String, String> known = new LinkedHashMap<>(Map.of("site.pages", "30"));
        Checks.all().forEach(check -> check.parameters()
                .forEach((name, value) -> known.put(check.id() + "." + name, value)));
        set.forEach((name, value) -> {
            String fallback = known.get(name);
            if (fallback == null) {
                throw wrong("there is no parameter '" + name + "'; there are: " + String.join(", ", known.keySet()));
            }
            if (isNumber(fallback) && !isNumber(value)
                    || fallback.matches("\\d+") && value.contains(".") && name.equals("site.pages")) {
                throw wrong("--set " + name + " must be a number like " + fallback + ", not '" + value + "'");
            }
        });
        return set;
    }

    private static boolean isNumber(String text) {
        return text.matches("\\d{1,9}(\\.\\d{1,9})?");
    }

    private ParameterException wrong(String reason) {
        return new ParameterException(spec.commandLine(), reason);
    }

    private void summarise(List<Outcome> outcomes, int faults) {
        PrintWriter out = spec.commandLine().getOut();
        Map<Verdict, Long> verdicts = outcomes.stream()
                .collect(Collectors.groupingBy(
                        outcome -> outcome.finding().verdict(),
                        () -> new EnumMap<>(Verdict.class),
                        Collectors.counting()));
        out.println(outcomes.size() + " verdicts: "
                + verdicts.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .collect(Collectors.joining(", ")));
        causes(outcomes)
                .forEach((cause, count) -> out.printf(
                        "  %4d %-17s %s / %s%n", count, cause.id(), cause.remedyChinese(), cause.remedyEnglish()));
        if (faults > 0) {
            out.println(faults + " faults in " + targets + ", named above");
        }
        out.println(output.resolve("verdicts.csv") + "  " + output.resolve("collection.warc.gz"));
    }

    private static Map<Cause, Long> causes(List<Outcome> outcomes) {
        Map<Cause, Long> causes = new EnumMap<>(Cause.class);
        outcomes.forEach(outcome -> {
            Cause cause = outcome.finding().cause();
            if (cause != null) {
                causes.merge(cause, 1L, Long::sum);
            }
        });
        return causes;
    }
}
