package cn.lingpao.cli;

import cn.lingpao.collectorclient.Credentials;
import cn.lingpao.collectorclient.Patience;
import cn.lingpao.collectorclient.Platform;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which gateway a command talks to, and as whom. Without options it is the one that {@code lingpao up} started. */
final class Connection {

    static final String STARTED = "RUN_FILE";
    static final String STARTED_BY_DEFAULT = "${sys:lingpao.run:-.lingpao/run.properties}";
    private static final String URL = "URL";
    private static final String ISSUER = "ISSUER_URL";
    private static final String CLIENT = "CLIENT_ID";
    private static final String PATIENCE = "SECONDS";

    @Spec(Spec.Target.MIXEE)
    @Nullable
    CommandSpec command;

    @Option(names = "--url", paramLabel = URL, description = "the gateway (default: what 'lingpao up' started)")
    @Nullable
    URI url;

    @Option(
            names = "--issuer",
            paramLabel = ISSUER,
            description = "who gives tokens (default: env ISSUER_URI, else that of 'lingpao up')")
    @Nullable
    URI issuer;

    @Option(
            names = "--client",
            paramLabel = CLIENT,
            defaultValue = "${env:LINGPAO_CLIENT_ID:-lingpao-cli}",
            description = "client id (env LINGPAO_CLIENT_ID; the secret is read from LINGPAO_CLIENT_SECRET)")
    String client = "lingpao-cli";

    @Option(
            names = "--patience",
            paramLabel = PATIENCE,
            defaultValue = "90",
            description = "how long to go on trying while the platform does not answer (default: ${DEFAULT-VALUE})")
    int patience = 90;

    @Option(names = "--started", paramLabel = STARTED, defaultValue = STARTED_BY_DEFAULT, hidden = true)
    Path started = Path.of("");

    /** The same choices for the commands that another command runs. */
    IDefaultValueProvider asDefaults() {
        return argument -> switch (argument.paramLabel()) {
            case URL -> url == null ? null : url.toString();
            case ISSUER -> issuer == null ? null : issuer.toString();
            case CLIENT -> client;
            case PATIENCE -> String.valueOf(patience);
            case STARTED -> started.toString();
            default -> null;
        };
    }

    Platform api() {
        String secret =
                Optional.ofNullable(System.getenv("LINGPAO_CLIENT_SECRET")).orElse("lingpao-cli-development");
        URI gateway = gateway();
        Credentials credentials = System.getenv("LINGPAO_TOKEN") == null
                ? Credentials.of(issuer(), client, secret)
                : Credentials.token(System.getenv("LINGPAO_TOKEN"));
        Patience waiting = new Patience(Duration.ofSeconds(patience), this::tell, "; see 'lingpao status'");
        return new Platform(gateway, credentials, waiting);
    }

    URI gateway() {
        return web(url != null ? url : URI.create(new Started(started).get("url", "--url")));
    }

    private URI issuer() {
        String named = System.getenv("ISSUER_URI");
        if (issuer != null) {
            return web(issuer);
        }
        return web(
                URI.create(named != null && !named.isBlank() ? named : new Started(started).get("issuer", "--issuer")));
    }

    private void tell(String sentence) {
        Objects.requireNonNull(command).commandLine().getErr().println(sentence);
        Objects.requireNonNull(command).commandLine().getErr().flush();
    }

    private static URI web(URI address) {
        String scheme = Optional.ofNullable(address.getScheme()).orElse("");
        if (address.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
            throw new CommandFailure("'" + address + "' is no address like http://host:8080");
        }
        return URI.create(address.toString().replaceAll("/+$", ""));
    }
}
