package cn.lingpao.cli.score;

import cn.lingpao.cli.Progress;
import cn.lingpao.methodology.engine.Sheet;
import cn.lingpao.methodology.framework.Bonus;
import cn.lingpao.methodology.framework.Level;
import com.fasterxml.jackson.annotation.JsonInclude;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
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
        new FirmnessFiles(this, outcome.framework()).write(firmness);
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

    CsvWriter csv(String name) throws IOException {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer(name));
    }

    static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }
}
