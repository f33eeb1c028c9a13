package cn.lingpao.sitecollector.adapter.inspection;

import cn.lingpao.sitecollector.domain.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** What all visits of a run found, written once as a whole: from then on a run is only delivered. */
final class FoundFile {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;

    FoundFile(Path file) {
        this.file = file;
    }

    Optional<List<Found>> read() throws IOException {
        return Files.exists(file)
                ? Optional.of(Files.readAllLines(file).stream()
                        .map(line -> JSON.readValue(line, Found.class))
                        .toList())
                : Optional.empty();
    }

    void write(List<Found> found) throws IOException {
        Path half = file.resolveSibling(file.getFileName() + ".part");
        Files.write(half, found.stream().map(JSON::writeValueAsString).toList());
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
