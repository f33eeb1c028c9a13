package cn.lingpao.cli;

import cn.lingpao.collectorclient.Platform;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the newest release of a campaign as anybody can: from the public results API, without a token. */
final class ReleaseReader {

    private final Platform api;
    private final String release;
    private final String list;

    ReleaseReader(Platform api, String campaign, String list) {
        this.api = api;
        this.release = Platform.path("public", "campaigns", campaign, "releases", "latest");
        this.list = list;
    }

    Comparison compare(PublishedTable published) {
        Map<String, NamedCsvRecord> places = new HashMap<>();
        rows(release + Platform.path("rankings", list + ".csv"))
                .forEach(row -> places.put(row.getField("target"), row));
        Map<String, NamedCsvRecord> entries = new HashMap<>();
        rows(release + "/scores.csv")
                .forEach(row -> entries.put(key(row.getField("target"), row.getField("node")), row));

        Comparison result = new Comparison();
        for (PublishedTable.Entry entry : published.entries()) {
            String key = key(entry.target(), entry.node());
            result.add(Comparison.ENTRY_SCORES, key, plain(entry.score()), number(entries.get(key), "score"));
        }
        for (PublishedTable.Place place : published.places()) {
            NamedCsvRecord found = places.get(place.target());
            result.add(Comparison.SCORES, place.target(), plain(place.score()), number(found, "total"));
            result.add(
                    Comparison.RANKS,
                    place.target(),
                    String.valueOf(place.rank()),
                    found == null ? null : found.getField("rank"));
        }
        for (PublishedTable.Entry figure : published.figures()) {
            String key = key(figure.target(), figure.node());
            result.add(figure.node(), figure.target(), plain(figure.score()), number(entries.get(key), "score"));
        }
        return result;
    }

    private static String key(String target, String node) {
        return target + " " + node;
    }

    private static @Nullable String number(@Nullable NamedCsvRecord row, String column) {
        return row == null || row.getField(column).isEmpty() ? null : plain(new BigDecimal(row.getField(column)));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private List<NamedCsvRecord> rows(String path) {
        return CsvReader.builder().ofNamedCsvRecord(api.getPublic(path, "text/csv")).stream()
                .toList();
    }
}
