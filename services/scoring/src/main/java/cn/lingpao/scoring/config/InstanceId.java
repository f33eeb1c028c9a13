package cn.lingpao.scoring.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * A name that an instance keeps over restarts as long as it keeps its state folder. With it the consumer group knows an
 * instance that was killed again at once, and does not wait for its session to end.
 */
final class InstanceId {

    private InstanceId() {}

    static String of(Path stateDir) {
        Path file = stateDir.resolve("instance-id");
        try {
            if (Files.exists(file)) {
                String kept = Files.readString(file).strip();
                if (!kept.isEmpty()) {
                    return kept;
                }
            }
            Files.createDirectories(stateDir);
            String made = UUID.randomUUID().toString();
            Files.writeString(file, made);
            return made;
        } catch (IOException failure) {
            throw new UncheckedIOException("the state folder " + stateDir + " cannot be used", failure);
        }
    }
}
