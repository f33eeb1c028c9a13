package cn.lingpao.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is said of a capture beside its bytes. */
final class CaptureOptions {

    @Option(names = "--kind", description = "page, screenshot, headers, file or warc-record (default: file)")
    @Nullable
    String kind;

    @Option(names = "--address", paramLabel = "URL", description = "address that was captured")
    @Nullable
    String address;

    @Option(names = "--captured-at", paramLabel = "TIME", description = "with its zone (default: now)")
    @Nullable
    String capturedAt;

    @Option(names = "--status", description = "HTTP status of the answer")
    @Nullable
    String status;

    @Option(names = "--target", description = "target that it belongs to")
    @Nullable
    String target;

    @Option(names = "--collector", description = "who captured (default: the sender, or what an archive says)")
    @Nullable
    String collector;

    @Option(names = "--collector-version", paramLabel = "VERSION")
    @Nullable
    String version;

    /** The query of an upload; an archive says the most itself. */
    String query(boolean archive) {
        Map<String, @Nullable String> all = new LinkedHashMap<>();
        if (!archive) {
            all.put("kind", kind == null ? "file" : kind);
            all.put("url", address);
            all.put("capturedAt", capturedAt);
            all.put("status", status);
        }
        all.put("target", target);
        all.put("collector", collector);
        all.put("collectorVersion", version);
        String query = all.entrySet().stream()
                .filter(each -> each.getValue() != null)
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }
}
