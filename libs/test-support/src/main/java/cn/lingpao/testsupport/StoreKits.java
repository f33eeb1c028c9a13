package cn.lingpao.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Marker files that say which test class ran on which store, for the build to check. */
final class StoreKits {

    private static final Path FOLDER = Path.of("target", "store-kits");

    private StoreKits() {}

    static void ran(Class<?> kit, String store) {
        mark(kit.getSimpleName() + "." + store);
        try {
            Files.deleteIfExists(FOLDER.resolve(kit.getSimpleName() + "." + store + ".not-run"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void didNotRun(Class<?> kit, String store) {
        mark(kit.getSimpleName() + "." + store + ".not-run");
    }

    private static void mark(String name) {
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(name), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
