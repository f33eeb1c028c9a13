package cn.lingpao.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads what a user named: UTF-8, plain or gzip. */
final class InputFile {

    private InputFile() {}

    static String text(Path file) {
        return String.join("\n", lines(file)) + "\n";
    }

    static List<String> lines(Path file) {
        try (var bytes = Files.newInputStream(file);
                var plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                var reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8.newDecoder()))) {
            return reader.lines().toList();
        } catch (UncheckedIOException failure) {
            throw failure(file, failure.getCause());
        } catch (IOException failure) {
            throw failure(file, failure);
        }
    }

    private static CommandFailure failure(Path file, IOException failure) {
        if (failure instanceof CharacterCodingException) {
            return new CommandFailure(file + " is not UTF-8: save it as UTF-8");
        }
        if (failure instanceof java.nio.file.NoSuchFileException) {
            return new CommandFailure("there is no file " + file);
        }
        return new CommandFailure(file + " cannot be read: " + failure.getMessage());
    }
}
