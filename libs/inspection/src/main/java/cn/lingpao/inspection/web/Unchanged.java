package cn.lingpao.inspection.web;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Captures that a site may call unchanged, the latest of them and not too many bytes. */
final class Unchanged {

    private static final int BYTES = 24 << 20;

    private final Map<URI, Capture> captures = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    /** The call with the conditions under which the site need not send the page again. */
    synchronized Call conditional(Call call) {
        Capture earlier = call.method().equals("GET") ? captures.get(call.url()) : null;
        if (earlier == null) {
            return call;
        }
        Call conditional = call;
        for (Map.Entry<String, String> condition : Map.of("ETag", "If-None-Match", "Last-Modified", "If-Modified-Since")
                .entrySet()) {
            Optional<String> validator = earlier.header(condition.getKey());
            if (validator.isPresent()) {
                conditional = conditional.with(condition.getValue(), validator.get());
            }
        }
        return conditional;
    }

    /** The earlier capture of an address. */
    synchronized Optional<Capture> of(URI url) {
        return Optional.ofNullable(captures.get(url));
    }

    /** Keeps a page that was seen at once under its own address and can be asked for again. */
    synchronized void keep(Capture capture) {
        boolean canBeAskedFor = capture.header("ETag").isPresent()
                || capture.header("Last-Modified").isPresent();
        if (!capture.seen() || capture.status() != 200 || !canBeAskedFor) {
            return;
        }
        Capture replaced = captures.put(capture.url(), capture);
        bytes += capture.body().length - (replaced == null ? 0 : replaced.body().length);
        var oldest = captures.entrySet().iterator();
        while (bytes > BYTES && oldest.hasNext()) {
            bytes -= oldest.next().getValue().body().length;
            oldest.remove();
        }
    }
}
