package cn.lingpao.inspection.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.Set;

/** The probes of many runs, each of which has a folder of its own: a series for reachability takes days. */
public final class ProbeSeries {

    private ProbeSeries() {}

    /**
     * Adds the probes of a run to a series; there is always a whole one, and a second time changes nothing.
     *
     * @param journal of the run; without one nothing happens
     */
    public static void add(Path journal, Path series) throws IOException {
        if (!Files.exists(journal)) {
            return;
        }
        Set<String> lines = new LinkedHashSet<>();
        if (Files.exists(series)) {
            lines.addAll(Journal.probeLines(series));
        }
        if (lines.addAll(Journal.probeLines(journal))) {
            Files.createDirectories(series.toAbsolutePath().getParent());
            Path half = series.resolveSibling(series.getFileName() + ".part");
            Files.write(half, lines);
            Files.move(half, series, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
