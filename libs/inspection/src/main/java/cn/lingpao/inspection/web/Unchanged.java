package cn.lingpao.inspection.web;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Captures that a site may call unchanged, the latest of them and not too many bytes. */
final class Unchanged {

    private static final int BYTES = 24 << 20;

    private final Recent<Capture> captures = new Recent<>(BYTES, capture -> capture.body().length);

    /** The call with the conditions under which the site need not send the page again. */
    Call conditional(Call call) {
        Optional<Capture> known = call.method().equals("GET") ? captures.get(call.url()) : Optional.empty();
        return known.map(earlier -> conditional(call, earlier)).orElse(call);
    }

    private static Call conditional(Call call, Capture earlier) {
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
    Optional<Capture> of(URI url) {
        return captures.get(url);
    }

    /** Keeps a page that was seen at once under its own address and can be asked for again. */
    void keep(Capture capture) {
        boolean canBeAskedFor = capture.header("ETag").isPresent()
                || capture.header("Last-Modified").isPresent();
        if (capture.seen() && capture.status() == 200 && canBeAskedFor) {
            captures.put(capture.url(), capture);
        }
    }
}
