package cn.lingpao.inspection.run;

import cn.lingpao.inspection.Cause;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;

/** The file of verdicts; there is always a whole one. */
final class Verdicts {

    private Verdicts() {}

    static void write(Path file, Collection<Outcome> outcomes) throws IOException {
        Path half = file.resolveSibling(file.getFileName() + ".part");
        try {
            fill(half, outcomes);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (UncheckedIOException full) {
            throw full.getCause();
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private static void fill(Path half, Collection<Outcome> outcomes) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(half, StandardCharsets.UTF_8)) {
            csv.writeRecord("target", "channel", "check", "verdict", "cause", "reading", "evidence");
            outcomes.forEach(outcome -> {
                Cause cause = outcome.finding().cause();
                csv.writeRecord(
                        outcome.target(),
                        outcome.channel(),
                        outcome.check(),
                        outcome.finding().verdict().name(),
                        cause == null ? "" : cause.id(),
                        outcome.finding().reading(),
                        String.join(" ", outcome.finding().evidence()));
            });
        }
    }
}
