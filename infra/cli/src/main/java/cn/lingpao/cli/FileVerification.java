package cn.lingpao.cli;

import cn.lingpao.cli.evidence.ArchiveCheck;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks WARC files without any server, and that they hold what the verdicts beside them rest on. */
final class FileVerification {

    private static final Pattern SHA256 = Pattern.compile("\\b[0-9a-f]{64}\\b");
    private static final int SHOWN = 20;

    private final PrintWriter out;
    private final PrintWriter err;
    private final Set<String> hashes = new HashSet<>();
    private int faults;

    FileVerification(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    /** 0 when nothing is wrong, else 1. */
    int verify(List<Path> places) throws IOException {
        for (Path place : places) {
            for (Path file : EvidenceUpload.files(place)) {
                archive(file);
            }
        }
        for (Path place : places) {
            Path verdicts = place.resolve("verdicts.csv");
            if (Files.isDirectory(place) && Files.isRegularFile(verdicts)) {
                verdicts(verdicts);
            }
        }
        if (faults > SHOWN) {
            err.println("… and " + (faults - SHOWN) + " more faults");
        }
        err.flush();
        return faults == 0 ? 0 : 1;
    }

    private void archive(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new CommandFailure("there is no file " + file);
        }
        ArchiveCheck check = ArchiveCheck.of(file);
        hashes.addAll(check.hashes());
        check.faults().forEach(this::tell);
        out.printf(
                "%s: %d records, %d digests compared, %d faults%n",
                file, check.records(), check.digests(), check.faults().size());
    }

    private void verdicts(Path file) throws IOException {
        int named = 0;
        int missing = faults;
        try (var rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (var row : rows) {
                Matcher hash = SHA256.matcher(row.findField("evidence").orElse(""));
                while (hash.find()) {
                    named++;
                    if (!hashes.contains(hash.group())) {
                        tell("%s:%d: the archive does not hold the evidence %s"
                                .formatted(file, row.getStartingLineNumber(), hash.group()));
                    }
                }
            }
        }
        out.printf("%s: %d hashes named, %d not in the archive%n", file, named, faults - missing);
    }

    private void tell(String fault) {
        if (++faults <= SHOWN) {
            err.println(fault);
        }
    }
}
