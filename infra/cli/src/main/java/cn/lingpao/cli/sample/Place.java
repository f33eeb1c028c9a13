package cn.lingpao.cli.sample;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.Map;

/** A made-up place of the targets file. */
record Place(String id, String name) {

    /** Places whose findings are those of another, so that the rankings show ties. */
    private static final Map<String, String> ALIKE = Map.of("x28", "x27", "x47", "x43");

    static List<Place> read(String csv) {
        return CsvReader.builder().ofNamedCsvRecord(csv).stream().map(Place::of).toList();
    }

    private static Place of(NamedCsvRecord row) {
        return new Place(row.getField("id"), row.getField("name"));
    }

    /** What the place's fortune is thrown for. */
    String fortune() {
        return ALIKE.getOrDefault(id, id);
    }

    /** Address of a channel; the top-level domain {@code example} is reserved and never resolves. */
    String url(String channel) {
        String path =
                switch (channel) {
                    case "service-platform" -> "services/";
                    case "open-data-platform" -> "data/";
                    default -> "";
                };
        return "https://" + id + ".example/" + path;
    }
}
