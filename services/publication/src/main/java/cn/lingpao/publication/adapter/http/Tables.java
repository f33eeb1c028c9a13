package cn.lingpao.publication.adapter.http;

import cn.lingpao.publication.domain.Release;
import cn.lingpao.publication.domain.ReleaseDocument;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The documents of a release as CSV (RFC 4180, UTF-8 without a byte order mark, a header line). Every row says whether
 * it is invented, so that the mark stays when rows are copied.
 */
final class Tables {

    /** Part of the entity tags; changes when the columns do. */
    static final String FORMAT = "csv1";

    private static final List<String> RANKING = List.of(
            "rank",
            "tied",
            "target",
            "name",
            "name_en",
            "division_code",
            "total",
            "level",
            "level_name",
            "level_name_en",
            "bonus",
            "list",
            "campaign",
            "release",
            "invented");
    private static final List<String> SCORES = List.of(
            "target",
            "name",
            "name_en",
            "division_code",
            "node",
            "node_name",
            "node_name_en",
            "parent",
            "depth",
            "weight",
            "state",
            "score",
            "missing",
            "undetermined",
            "campaign",
            "release",
            "invented");

    private final JsonMapper json;

    Tables(JsonMapper json) {
        this.json = json;
    }

    String ranking(Release release, ReleaseDocument document) {
        PublicShapes.Ranking ranking = json.readValue(document.json(), PublicShapes.Ranking.class);
        Map<String, PublicShapes.Words> levels = new HashMap<>();
        content(release).framework().levels().forEach(level -> levels.put(level.id(), level.name()));
        StringWriter out = new StringWriter();
        CsvWriter csv = csv(out);
        csv.writeRecord(RANKING);
        for (PublicShapes.Entry entry : ranking.entries()) {
            PublicShapes.Words level = entry.level() == null ? null : levels.get(entry.level());
            csv.writeRecord(List.of(
                    text(entry.rank()),
                    text(entry.tied()),
                    entry.target().id(),
                    entry.target().name().zh(),
                    entry.target().name().en(),
                    text(entry.target().division()),
                    text(entry.total()),
                    text(entry.level()),
                    level == null ? "" : level.zh(),
                    level == null ? "" : level.en(),
                    text(entry.bonus()),
                    ranking.list().id(),
                    ranking.campaign().id(),
                    text(release.number()),
                    text(ranking.campaign().invented())));
        }
        return out.toString();
    }

    /** Writes a row per shown target and node; {@code sheets} hands over the sheets one by one. */
    void scores(Release release, Consumer<Consumer<ReleaseDocument>> sheets, Writer out) {
        Map<String, Place> places = new HashMap<>();
        PublicShapes.Framework framework = content(release).framework();
        place(framework.tree(), "", 0, places);
        Objects.requireNonNullElse(framework.figures(), List.<PublicShapes.Figure>of())
                .forEach(figure -> places.put(figure.id(), Place.of(figure)));
        CsvWriter csv = csv(out);
        csv.writeRecord(SCORES);
        sheets.accept(document -> {
            PublicShapes.Sheet sheet = json.readValue(document.json(), PublicShapes.Sheet.class);
            sheet.nodes().forEach(node -> csv.writeRecord(row(release, sheet, node, places.get(node.id()))));
            Objects.requireNonNullElse(sheet.figures(), List.<PublicShapes.NodeScore>of())
                    .forEach(figure -> csv.writeRecord(row(release, sheet, figure, places.get(figure.id()))));
        });
    }

    private static List<String> row(
            Release release, PublicShapes.Sheet sheet, PublicShapes.NodeScore score, @Nullable Place place) {
        if (place == null) {
            throw new IllegalStateException("no node " + score.id() + " in the framework of the release");
        }
        return List.of(
                sheet.target().id(),
                sheet.target().name().zh(),
                sheet.target().name().en(),
                text(sheet.target().division()),
                score.id(),
                place.name().zh(),
                place.name().en(),
                place.parent(),
                text(place.depth()),
                text(place.weight()),
                score.state(),
                text(score.score()),
                text(score.missing()),
                text(score.undetermined()),
                sheet.campaign().id(),
                text(release.number()),
                text(sheet.campaign().invented()));
    }

    private PublicShapes.Content content(Release release) {
        return json.readValue(release.content(), PublicShapes.Content.class);
    }

    private static void place(PublicShapes.Node node, String parent, int depth, Map<String, Place> places) {
        places.put(node.id(), new Place(node.name(), parent, depth, node.weight()));
        node.nodes().forEach(child -> place(child, node.id(), depth + 1, places));
    }

    private static CsvWriter csv(Writer out) {
        return CsvWriter.builder()
                .bufferSize(0)
                .lineDelimiter(LineDelimiter.CRLF)
                .build(out);
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }

    /** Where a score stands: a figure stands beside the tree, its parent is what it is made of. */
    private record Place(
            PublicShapes.Words name,
            String parent,
            @Nullable Integer depth,
            @Nullable BigDecimal weight) {

        static Place of(PublicShapes.Figure figure) {
            return new Place(figure.name(), figure.of(), null, null);
        }
    }
}
