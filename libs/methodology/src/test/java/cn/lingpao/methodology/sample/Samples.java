package cn.lingpao.methodology.sample;

import cn.lingpao.methodology.framework.Framework;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The folder of shipped samples, seen from this module. */
final class Samples {

    private static final Path FOLDER = Path.of("../../infra/samples");

    private Samples() {}

    static Framework framework(String sample) {
        return Framework.parse(text(sample, "framework.yml"));
    }

    static String text(String sample, String file) {
        try {
            return Files.readString(FOLDER.resolve(sample).resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The lines of a CSV file without its header, split at commas. */
    static List<String[]> rows(String sample, String file) {
        return text(sample, file)
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }
}
