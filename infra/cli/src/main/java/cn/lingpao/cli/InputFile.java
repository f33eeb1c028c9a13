package cn.lingpao.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads what a user named: UTF-8 with or without a byte order mark, plain or gzip. */
final class InputFile {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private InputFile() {}

    static String text(Path file) {
        return String.join("\n", lines(file)) + "\n";
    }

    static List<String> lines(Path file) {
        try (var bytes = Files.newInputStream(file);
                var plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                var reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8.newDecoder()))) {
            List<String> lines = new ArrayList<>(reader.lines().toList());
            if (!lines.isEmpty() && lines.getFirst().startsWith(BYTE_ORDER_MARK)) {
                lines.set(0, lines.getFirst().substring(1));
            }
            return lines;
        } catch (UncheckedIOException failure) {
            throw unreadable(file, failure.getCause());
        } catch (IOException failure) {
            throw unreadable(file, failure);
        }
    }

    static CommandFailure unreadable(Path file, Exception failure) {
        if (failure instanceof CharacterCodingException) {
            return new CommandFailure(file + " is not UTF-8: save it as UTF-8");
        }
        if (failure instanceof NoSuchFileException) {
            return new CommandFailure("there is no file " + file);
        }
        if (Files.isDirectory(file)) {
            return new CommandFailure(file + " is a folder, not a file");
        }
        return new CommandFailure(file + " cannot be read: " + failure.getMessage());
    }
}
