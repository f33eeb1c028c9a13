package cn.lingpao.cli;

import cn.lingpao.collectorclient.Platform;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** An NDJSON file of rows that a campaign shall take in, and how it is sent. */
final class RowFile {

    @Parameters(index = "0", paramLabel = "CAMPAIGN")
    String campaign = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "one row a line, .ndjson or .ndjson.gz")
    Path file = Path.of("");

    @Option(names = "--batch", defaultValue = "500", description = "lines a request (default: ${DEFAULT-VALUE})")
    int batch;

    /** Sends the rows to the campaign's {@code kind} and prints what became of them; 0 when every row was taken. */
    int send(String kind, Connection connection, CommandSpec spec) {
        return new RowUpload(connection.api(), Platform.path("campaigns", campaign, kind), batch)
                .send(file, kind, spec);
    }
}
