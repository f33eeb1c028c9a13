package cn.lingpao.cli.score;

import cn.lingpao.cli.Progress;
import cn.lingpao.methodology.engine.Sheet;
import cn.lingpao.methodology.framework.Bonus;
import cn.lingpao.methodology.framework.Level;
import cn.lingpao.methodology.uncertainty.TargetUncertainty;
import com.fasterxml.jackson.annotation.JsonInclude;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes what came out of a scoring into a folder. The same input gives the same bytes. */
final class ScoreFiles {

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .changeDefaultPropertyInclusion(usual -> usual.withValueInclusion(JsonInclude.Include.NON_EMPTY))
            .build();

    private static final long PACKED_FROM = 200_000;
    private static final long MOST_EXPLAINED = 2_000_000;

    private final Path folder;
    private final Outcome outcome;
    private final List<String> written = new ArrayList<>();

    ScoreFiles(Path folder, Outcome outcome) {
        this.folder = folder;
        this.outcome = outcome;
    }

    /** The names of the files, in the order in which they were written. */
    List<String> written() {
        return List.copyOf(written);
    }

    /** {@code target,node,score,rank}: a row a target and node or figure, the root's total under the framework's id. */
    void scores() throws IOException {
        try (CsvWriter csv = csv("scores.csv")) {
            csv.writeRecord("target", "node", "score", "rank");
            for (Outcome.Placed placed : outcome.placed()) {
                String target = placed.place().id();
                Sheet sheet = placed.sheet();
                for (Sheet.NodeScore node : scores(sheet)) {
                    csv.writeRecord(
                            target,
                            node.nodeId(),
                            plain(score(placed, node)),
                            plain(outcome.rank(placed, node.nodeId())));
                }
                String bonus = outcome.framework().bonus().map(Bonus::id).orElse("");
                if (!bonus.isEmpty()) {
                    csv.writeRecord(target, bonus, plain(sheet.bonus()), "");
                }
            }
        }
    }

    /** {@code rank,target,name,score,level}, with {@code group} where there are several. */
    void ranking() throws IOException {
        boolean groups = outcome.hasGroups();
        try (CsvWriter csv = csv("ranking.csv")) {
            List<String> header = new ArrayList<>(List.of("rank", "target", "name", "score", "level"));
            if (groups) {
                header.add("group");
            }
            csv.writeRecord(header);
            for (Outcome.Placed placed : outcome.placed()) {
                List<String> row = new ArrayList<>(List.of(
                        plain(placed.rank()),
                        placed.place().id(),
                        placed.name() == null ? "" : placed.name(),
                        plain(placed.total()),
                        level(placed)));
                if (groups) {
                    row.add(placed.place().group());
                }
                csv.writeRecord(row);
            }
        }
    }

    /** Everything that the CSV files say, and states and levels, as one JSON document. */
    void json() throws IOException {
        try (Writer file = writer("scores.json")) {
            file.write("{\"framework\":"
                    + JSON.writeValueAsString(outcome.framework().ref()));
            if (outcome.framework().weights().isPresent()) {
                file.write(",\"weights\":"
                        + JSON.writeValueAsString(outcome.framework().weights().get()));
            }
            file.write(",\"targets\":[");
            String before = "\n";
            for (Outcome.Placed placed : outcome.placed()) {
                file.write(before + JSON.writeValueAsString(target(placed)));
                before = ",\n";
            }
            file.write("\n]}\n");
        }
    }

    private Map<String, Object> target(Outcome.Placed placed) {
        Sheet sheet = placed.sheet();
        Map<String, Object> target = new LinkedHashMap<>();
        target.put("target", placed.place().id());
        target.put("name", placed.name());
        if (outcome.hasGroups()) {
            target.put("group", placed.place().group());
        }
        target.put("rank", placed.rank());
        target.put("score", sheet.total());
        target.put("level", sheet.level());
        target.put("bonus", sheet.bonus());
        target.put(
                "nodes", scores(sheet).stream().map(node -> node(placed, node)).toList());
        return target;
    }

    private String level(Outcome.Placed placed) {
        return outcome.framework().levels().stream()
                .filter(level -> level.name().equals(placed.level()))
                .findFirst()
                .map(Level::id)
                .orElse("");
    }

    private Map<String, Object> node(Outcome.Placed placed, Sheet.NodeScore score) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("node", score.nodeId());
        node.put("state", score.state());
        node.put("score", score(placed, score));
        node.put("rank", outcome.rank(placed, score.nodeId()));
        if (score.undefined() != null) {
            node.put("reason", score.undefined().reason());
        }
        return node;
    }

    private @Nullable BigDecimal score(Outcome.Placed placed, Sheet.NodeScore node) {
        return node.nodeId().equals(outcome.framework().id()) ? placed.total() : node.score();
    }

    private static List<Sheet.NodeScore> scores(Sheet sheet) {
        return Stream.concat(sheet.nodes().stream(), sheet.figures().stream()).toList();
    }

    /** Whether there are so many values that every explanation would fill a disk. */
    boolean tooManyToExplain() {
        return cells() > MOST_EXPLAINED;
    }

    /** Why every target has its score: one JSON document a line, packed when there are many. */
    void explanations(Explanations explanations) throws IOException {
        try (Writer file = cells() > PACKED_FROM ? packed("explanations.jsonl.gz") : writer("explanations.jsonl");
                Progress progress =
                        Progress.ofLong("explaining", outcome.placed().size(), cells())) {
            for (Outcome.Placed placed : outcome.placed()) {
                file.write(JSON.writeValueAsString(explanations.of(placed)));
                file.write('\n');
                progress.stepBy(1);
            }
        }
    }

    private long cells() {
        return (long) outcome.placed().size() * outcome.framework().points().size();
    }

    /** How firm each rank is. */
    void sensitivity(Firmness firmness) throws IOException {
        List<String> levels =
                outcome.framework().levels().stream().map(Level::id).toList();
        try (CsvWriter csv = csv("sensitivity.csv")) {
            List<String> header = new ArrayList<>(List.of(
                    "target",
                    "rank",
                    "rank_5",
                    "rank_50",
                    "rank_95",
                    "mean_rank",
                    "mean_score",
                    "next",
                    "ahead_of_next",
                    "tied_with_next",
                    "distinguishable"));
            levels.forEach(level -> header.add("level_" + level));
            csv.writeRecord(header);
            firmness.groups().values().stream()
                    .flatMap(found -> found.targets().stream())
                    .forEach(each -> csv.writeRecord(row(each, levels)));
        }
        try (Writer file = writer("sensitivity.json")) {
            file.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(firmness.groups()));
            file.write('\n');
        }
        influences(firmness.influences());
    }

    private void influences(Map<String, Influences> groups) throws IOException {
        try (CsvWriter csv = csv("removals.csv")) {
            csv.writeRecord("group", "node", "mean_shift", "most_shift");
            groups.forEach((group, found) -> found.removals()
                    .forEach(removal -> csv.writeRecord(
                            group,
                            removal.nodeId(),
                            plain(removal.effect().meanShift()),
                            plain(removal.effect().mostShift()))));
        }
        try (CsvWriter csv = csv("factors.csv")) {
            csv.writeRecord("group", "factor", "first", "first_low", "first_high", "total", "total_low", "total_high");
            groups.forEach((group, found) -> found.factors()
                    .rankShift()
                    .forEach(index -> csv.writeRecord(
                            group,
                            index.factor(),
                            plain(index.first().value()),
                            plain(index.first().low()),
                            plain(index.first().high()),
                            plain(index.total().value()),
                            plain(index.total().low()),
                            plain(index.total().high()))));
        }
    }

    private static List<String> row(TargetUncertainty each, List<String> levels) {
        TargetUncertainty.Neighbour next = each.next();
        List<String> row = new ArrayList<>(List.of(
                each.targetId(),
                plain(each.rank()),
                plain(each.rank5()),
                plain(each.rank50()),
                plain(each.rank95()),
                plain(each.meanRank()),
                plain(each.meanTotal()),
                next == null ? "" : next.targetId(),
                next == null ? "" : plain(next.ahead()),
                next == null ? "" : plain(next.tied()),
                next == null ? "" : String.valueOf(next.distinguishable())));
        levels.forEach(level -> row.add(plain(each.levels().get(level))));
        return row;
    }

    private static String plain(@Nullable Double number) {
        return number == null
                ? ""
                : plain(BigDecimal.valueOf(number)
                        .setScale(9, RoundingMode.HALF_UP)
                        .stripTrailingZeros());
    }

    /** What was noticed about the input, a row a remark. */
    void warnings(List<Remark> remarks) throws IOException {
        try (CsvWriter csv = csv("warnings.csv")) {
            csv.writeRecord("file", "line", "column", "field", "code", "text");
            for (Remark remark : remarks) {
                csv.writeRecord(
                        remark.file().toString(),
                        remark.line() == 0 ? "" : String.valueOf(remark.line()),
                        remark.column() == 0 ? "" : String.valueOf(remark.column()),
                        remark.field(),
                        remark.code(),
                        remark.text());
            }
        }
    }

    private Writer packed(String name) throws IOException {
        Files.createDirectories(folder);
        written.add(name);
        return new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(folder.resolve(name))), StandardCharsets.UTF_8);
    }

    Writer writer(String name) throws IOException {
        Files.createDirectories(folder);
        written.add(name);
        return Files.newBufferedWriter(folder.resolve(name));
    }

    private CsvWriter csv(String name) throws IOException {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer(name));
    }

    static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }
}
