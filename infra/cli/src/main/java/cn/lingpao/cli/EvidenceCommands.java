package cn.lingpao.cli;

import cn.lingpao.collectorclient.Platform;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code lingpao evidence …}. */
@Command(name = "evidence", description = "Bring, verify and export evidence 证据.")
final class EvidenceCommands {

    @Spec
    CommandSpec spec;

    /** Where evidence is verified: on the platform, or in files. */
    static final class Where {

        @Option(names = "--campaign", paramLabel = "CAMPAIGN", description = "what the platform keeps of a campaign")
        @Nullable
        String campaign;

        @Parameters(paramLabel = "FILE|DIR", description = "WARC files, or folders of them, without any server")
        List<Path> files = List.of();
    }

    @Command(description = "Deliver files or WARC archives; an archive is taken apart into its records.")
    int upload(
            @Option(names = "--campaign", paramLabel = "CAMPAIGN", required = true) String campaign,
            @Parameters(paramLabel = "FILE|DIR", arity = "1..*", description = "any file, WARC, or a folder of WARC")
                    List<Path> files,
            @Mixin CaptureOptions about,
            @Mixin Connection connection)
            throws IOException {
        EvidenceUpload upload = new EvidenceUpload(
                connection.api(), campaign, about, spec.commandLine().getErr());
        for (Path file : files) {
            upload.send(file);
        }
        spec.commandLine().getOut().println("evidence: " + upload.summary());
        return upload.exitCode();
    }

    @Command(description = "Hash evidence anew: that of a campaign, or that of WARC files.")
    int verify(@ArgGroup(multiplicity = "1") Where where, @Mixin Connection connection) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        return where.campaign == null
                ? new FileVerification(out, err).verify(where.files)
                : new CampaignVerification(connection.api(), where.campaign, out, err).verify();
    }

    @Command(description = "Write the evidence of a campaign as a WARC file that replay tools open.")
    int export(
            @Option(names = "--campaign", paramLabel = "CAMPAIGN", required = true) String campaign,
            @Option(names = "--target", paramLabel = "TARGET", description = "of one target only") @Nullable
                    String target,
            @Option(names = "--output", paramLabel = "F.warc.gz", required = true) Path output,
            @Mixin Connection connection)
            throws IOException {
        String query = target == null ? "" : "?target=" + Platform.path(target).substring(1);
        Path folder = output.toAbsolutePath().getParent();
        Path part = Files.createTempFile(folder, ".export", ".warc.gz");
        try {
            connection.api().stream(
                    Platform.path("campaigns", campaign, "evidence", "export") + query,
                    body -> Files.copy(body, part, StandardCopyOption.REPLACE_EXISTING));
            Files.move(part, output, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        return new FileVerification(
                        spec.commandLine().getOut(), spec.commandLine().getErr())
                .verify(List.of(output));
    }

    @Command(description = "What later captures of an address say: first, unchanged, changed, gone.")
    int history(
            @Option(names = "--campaign", paramLabel = "CAMPAIGN", required = true) String campaign,
            @Parameters(paramLabel = "ADDRESS") String address,
            @Mixin Connection connection) {
        String query = "?url=" + Platform.path(address).substring(1);
        PrintWriter out = spec.commandLine().getOut();
        for (JsonNode capture :
                connection.api().get(Platform.path("campaigns", campaign, "evidence", "history") + query)) {
            out.printf(
                    "%s  %-9s  %-10s  %s  %s%n",
                    capture.path("capturedAt").asString(""),
                    capture.path("relation").asString(""),
                    capture.path("kind").asString(""),
                    capture.path("status").asString("-"),
                    capture.path("sha256").asString(""));
        }
        return 0;
    }

    @Command(description = "Evidence that observations name and nobody has brought.")
    int outstanding(
            @Option(names = "--campaign", paramLabel = "CAMPAIGN", required = true) String campaign,
            @Mixin Connection connection) {
        PrintWriter out = spec.commandLine().getOut();
        int count = new Pages(connection.api(), Platform.path("campaigns", campaign, "evidence", "outstanding"))
                .each(item -> out.println(item.path("sha256").asString("") + "  "
                        + item.path("url").asString("-") + "  " + cells(item)));
        out.println("outstanding: " + count);
        return 0;
    }

    private static String cells(JsonNode item) {
        StringBuilder cells = new StringBuilder();
        item.path("cells")
                .forEach(cell -> cells.append(cells.isEmpty() ? "" : " ").append(cell.asString("")));
        return cells.toString();
    }
}
