package cn.lingpao.cli.sample;

import cn.lingpao.methodology.framework.Framework;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The demonstration: the 2021 campaign over 64 made-up places, generated from a seed.
 *
 * <p>The same seed gives the same bytes, on every machine.
 */
public final class DemoCampaign {

    public static final long DEFAULT_SEED = 2021;

    /** Stands in every row of every generated file. */
    static final String INVENTED = "虚构 invented";

    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private DemoCampaign() {}

    /**
     * Writes the whole campaign into a folder: {@code framework.yml}, {@code campaign.yml}, {@code targets.csv}, {@code
     * observations.ndjson}, {@code decisions-reviewer-1.ndjson}, {@code decisions-reviewer-2.ndjson}, {@code
     * decisions-arbiter.ndjson}, {@code cases.ndjson} and {@code awards.ndjson}.
     */
    public static void write(Path dir, long seed) throws IOException {
        String framework = resource("cstc-2021/framework.yml");
        String targets = resource("demo-2021/targets.csv");
        Files.createDirectories(dir);
        Files.writeString(dir.resolve("framework.yml"), framework);
        Files.writeString(dir.resolve("campaign.yml"), resource("demo-2021/campaign.yml"));
        Files.writeString(dir.resolve("targets.csv"), targets);
        List<Place> places = Place.read(targets);
        writeCells(dir, seed, cells(seed, Framework.parse(framework), places));
        Cases cases = new Cases(places);
        writeRows(dir.resolve("cases.ndjson"), cases.rows());
        writeRows(dir.resolve("awards.ndjson"), cases.awards());
    }

    private static List<Cell> cells(long seed, Framework framework, List<Place> places) {
        return places.stream()
                .flatMap(place -> framework.checkPoints().stream().map(point -> Cell.invent(seed, place, point)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static void writeCells(Path dir, long seed, List<Cell> cells) throws IOException {
        ObservationRows observations = new ObservationRows(seed);
        writeRows(
                dir.resolve("observations.ndjson"),
                cells.stream().flatMap(cell -> observations.of(cell).stream()).toList());
        writeRows(
                dir.resolve("decisions-reviewer-1.ndjson"),
                cells.stream().map(DecisionRows::first).toList());
        writeRows(
                dir.resolve("decisions-reviewer-2.ndjson"),
                cells.stream().map(DecisionRows::other).toList());
        writeRows(
                dir.resolve("decisions-arbiter.ndjson"),
                cells.stream()
                        .map(DecisionRows::arbiter)
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static void writeRows(Path file, List<Map<String, Object>> rows) throws IOException {
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(JSON.writeValueAsString(row)).append('\n'));
        Files.writeString(file, text);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = DemoCampaign.class.getResourceAsStream("/samples/" + name)) {
            if (in == null) {
                throw new IOException("the sample " + name + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
