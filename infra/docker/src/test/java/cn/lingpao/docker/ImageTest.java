package cn.lingpao.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ImageTest {

    private static final String LIBRARIES = "infra/standalone/target/lingpao/lib";

    private final List<String> instructions = Checkout.text("infra/docker/Dockerfile")
            .replaceAll("\\\\\\R\\s*", "")
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();

    @Test
    void the_dockerfile_has_only_instructions_that_exist() {
        assertThat(instructions)
                .allMatch(line -> line.matches("(FROM|RUN|WORKDIR|COPY|ENV|USER|ENTRYPOINT) \\S.*"))
                .first()
                .asString()
                .isEqualTo("FROM eclipse-temurin:25-jre");
    }

    @Test
    void the_service_runs_as_nobody_special() {
        assertThat(instructions).contains("USER 10001:10001");
        assertThat(instructions.indexOf("USER 10001:10001"))
                .as("nothing is written to the image after the user was left")
                .isGreaterThan(lastIndexOf("RUN"))
                .isGreaterThan(lastIndexOf("COPY"));
        assertThat(instructions).last().asString().isEqualTo("ENTRYPOINT [\"/app/run-service\"]");
        assertThat(instructions).noneMatch(line -> line.contains("sudo") || line.startsWith("ADD"));
    }

    private int lastIndexOf(String instruction) {
        return instructions.lastIndexOf(instructions.stream()
                .filter(line -> line.startsWith(instruction))
                .reduce((first, second) -> second)
                .orElseThrow());
    }

    @Test
    void what_is_copied_is_there_and_not_ignored() {
        List<String> ignored = Checkout.text(".dockerignore")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
        assertThat(ignored).first().asString().isEqualTo("**");
        instructions.stream().filter(line -> line.startsWith("COPY")).forEach(line -> {
            List<String> words = List.of(line.split(" "));
            words.subList(2, words.size() - 1).forEach(source -> {
                assertThat(ignored).contains("!" + source);
                if (!source.startsWith(LIBRARIES)) {
                    assertThat(Checkout.ROOT.resolve(source)).isExecutable();
                }
            });
        });
    }

    @Test
    void the_libraries_are_where_the_standalone_module_puts_them() {
        assertThat(Checkout.text("infra/standalone/pom.xml")).contains("${project.build.directory}/lingpao/lib");
    }

    @Test
    void every_service_can_be_named_and_its_main_class_exists() {
        Matcher branches = Pattern.compile("(?m)^  ([a-z-]+)\\) main=(\\S+) ;;$")
                .matcher(Checkout.text("infra/docker/run-service"));
        assertThat(branches.results().map(found -> found.group(1)).sorted().toList())
                .isEqualTo(Checkout.services());
        branches.reset();
        while (branches.find()) {
            String source = "services/%s/src/main/java/%s.java"
                    .formatted(branches.group(1), branches.group(2).replace('.', '/'));
            assertThat(Checkout.ROOT.resolve(source)).exists();
            assertThat(Checkout.text(source)).contains("static void main(");
        }
    }

    @Test
    void the_scripts_are_sound() {
        assertThat(Shell.run("sh", "-n", "infra/docker/run-service").exitCode()).isZero();
        assertThat(Shell.run("bash", "-n", "infra/docker/healthy").exitCode()).isZero();
        assertThat(Shell.run("bash", "-n", "infra/kafka/declare-topics.sh").exitCode())
                .isZero();
        Shell nobody = Shell.run("sh", "infra/docker/run-service", "nobody");
        assertThat(nobody.exitCode()).isEqualTo(2);
        assertThat(nobody.output()).contains(Checkout.services());
    }

    @Test
    void health_is_what_the_service_answers() throws IOException {
        int[] status = {200};
        HttpServer service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/actuator/health/readiness", exchange -> {
            exchange.sendResponseHeaders(status[0], -1);
            exchange.close();
        });
        service.start();
        String port = Integer.toString(service.getAddress().getPort());

        assertThat(Shell.run("bash", "infra/docker/healthy", port).exitCode()).isZero();
        status[0] = 503;
        assertThat(Shell.run("bash", "infra/docker/healthy", port).exitCode()).isNotZero();
        service.stop(0);
        assertThat(Shell.run("bash", "infra/docker/healthy", port).exitCode()).isNotZero();
    }
}
