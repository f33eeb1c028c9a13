package cn.lingpao.cli.score;

import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Level;
import cn.lingpao.methodology.uncertainty.TargetUncertainty;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes how firm a ranking is beside its scores. */
final class FirmnessFiles {

    private final ScoreFiles files;
    private final List<String> levels;

    FirmnessFiles(ScoreFiles files, Framework framework) {
        this.files = files;
        this.levels = framework.levels().stream().map(Level::id).toList();
    }

    /** How firm each rank is. */
    void write(Firmness firmness) throws IOException {
        try (CsvWriter csv = files.csv("sensitivity.csv")) {
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
                    .forEach(each -> csv.writeRecord(row(each)));
        }
        try (Writer file = files.writer("sensitivity.json")) {
            file.write(ScoreFiles.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(firmness.groups()));
            file.write('\n');
        }
        influences(firmness.influences());
    }

    private void influences(Map<String, Influences> groups) throws IOException {
        try (CsvWriter csv = files.csv("removals.csv")) {
            csv.writeRecord("group", "node", "mean_shift", "most_shift");
            groups.forEach((group, found) -> found.removals()
                    .forEach(removal -> csv.writeRecord(
                            group,
                            removal.nodeId(),
                            plain(removal.effect().meanShift()),
                            plain(removal.effect().mostShift()))));
        }
        try (CsvWriter csv = files.csv("factors.csv")) {
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

    private List<String> row(TargetUncertainty each) {
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
                : ScoreFiles.plain(BigDecimal.valueOf(number)
                        .setScale(9, RoundingMode.HALF_UP)
                        .stripTrailingZeros());
    }
}
