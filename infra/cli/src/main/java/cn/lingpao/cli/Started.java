package cn.lingpao.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** What {@code lingpao up} started and remembered in a file: {@code url}, {@code issuer}, {@code kafka}. */
record Started(Path file) {

    /** @param option what a user gives instead, for the sentence when nothing is remembered */
    String get(String key, String option) {
        return Optional.ofNullable(properties().getProperty(key))
                .orElseThrow(() -> new CommandFailure(
                        "nothing was started here: run 'lingpao up --detach' first, or name a platform with "
                                + option));
    }

    private Properties properties() {
        Properties remembered = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                remembered.load(reader);
            } catch (IOException | IllegalArgumentException failure) {
                throw new CommandFailure(file + " cannot be read: " + failure.getMessage());
            }
        }
        return remembered;
    }
}
