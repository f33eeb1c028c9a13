package cn.lingpao.docker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files of the repository that the tests of this module look at. */
final class Checkout {

    static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)");

    private Checkout() {}

    static String text(String path) {
        try {
            return Files.readString(ROOT.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Object yaml(String path) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(text(path));
    }

    /** The names of the services, which are the folders below {@code services} that are modules. */
    static List<String> services() {
        try (Stream<Path> folders = Files.list(ROOT.resolve("services"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The port a service listens on when nothing else is said, as its configuration has it. */
    static int port(String service) {
        Matcher port = Pattern.compile("\\$\\{" + variable(service) + "_PORT:(\\d+)}")
                .matcher(text("services/%s/src/main/resources/%1$s.yml".formatted(service)));
        if (!port.find()) {
            throw new AssertionError(service + ".yml does not set its port from the environment");
        }
        return Integer.parseInt(port.group(1));
    }

    /** What the configuration of a service puts where a variable is not set. */
    static String otherwise(String service, String variable) {
        Matcher otherwise = Pattern.compile("\\$\\{" + variable + ":([^}]*)}")
                .matcher(text("services/%s/src/main/resources/%1$s.yml".formatted(service)));
        if (!otherwise.find()) {
            throw new AssertionError(service + ".yml does not read " + variable);
        }
        return otherwise.group(1);
    }

    /** Every environment variable that the configuration of a service or a library reads. */
    static Set<String> variables() {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(ROOT, 6)) {
            files.filter(Checkout::isConfiguration).map(Checkout::read).forEach(text -> {
                Matcher found = PLACEHOLDER.matcher(text);
                while (found.find()) {
                    names.add(found.group(1));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    static String variable(String service) {
        return service.toUpperCase(java.util.Locale.ROOT).replace('-', '_');
    }

    private static boolean isConfiguration(Path file) {
        String path = ROOT.relativize(file).toString();
        return path.matches("(services|libs)/[^/]+/src/main/resources/[^/]+\\.yml");
    }

    private static String read(Path file) {
        return text(ROOT.relativize(file).toString());
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    static List<String> strings(Object value) {
        return ((Collection<?>) value).stream().map(String::valueOf).toList();
    }
}
