package cn.lingpao.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which gateway a command talks to, and as whom. Without options it is the one that {@code lingpao up} started. */
final class Connection {

    static final String URL = "URL";
    static final String ISSUER = "ISSUER_URL";
    private static final Path STARTED = Path.of(System.getProperty("lingpao.run", ".lingpao/run.properties"));

    @Option(names = "--url", paramLabel = URL, description = "the gateway (default: what 'lingpao up' started)")
    @Nullable
    URI url;

    @Option(names = "--issuer", paramLabel = ISSUER, description = "who gives tokens (default: that of 'lingpao up')")
    @Nullable
    URI issuer;

    @Option(
            names = "--client",
            paramLabel = "ID",
            defaultValue = "${env:LINGPAO_CLIENT_ID:-lingpao-cli}",
            description = "client id (env LINGPAO_CLIENT_ID; the secret is read from LINGPAO_CLIENT_SECRET)")
    String client = "lingpao-cli";

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "how long to go on trying while the platform does not answer (default: ${DEFAULT-VALUE})")
    int patience = 60;

    Api api() {
        String secret =
                Optional.ofNullable(System.getenv("LINGPAO_CLIENT_SECRET")).orElse("lingpao-cli-development");
        String token = System.getenv("LINGPAO_TOKEN");
        return new Api(gateway(), new Tokens(issuer(), client, secret, token), Duration.ofSeconds(patience));
    }

    URI gateway() {
        return url != null ? url : started("url");
    }

    private URI issuer() {
        String named = System.getenv("ISSUER_URI");
        if (issuer != null) {
            return issuer;
        }
        return named != null ? URI.create(named) : started("issuer");
    }

    private static URI started(String key) {
        Properties run = new Properties();
        if (Files.exists(STARTED)) {
            try (var reader = Files.newBufferedReader(STARTED)) {
                run.load(reader);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return Optional.ofNullable(run.getProperty(key))
                .map(URI::create)
                .orElseThrow(() -> new CommandFailure(
                        "nothing was started here: run 'lingpao up --detach' first, or name a platform with --" + key));
    }
}
