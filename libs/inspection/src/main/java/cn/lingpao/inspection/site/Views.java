package cn.lingpao.inspection.site;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.browser.Browser;
import cn.lingpao.inspection.browser.Rendering;
import cn.lingpao.inspection.reading.Links;
import cn.lingpao.inspection.reading.Scripts;
import cn.lingpao.inspection.web.Capture;
import cn.lingpao.inspection.web.Page;
import cn.lingpao.inspection.web.Recent;
import cn.lingpao.inspection.web.Web;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Looks at pages, each once while there is room for them: follows what a browser would follow, reads frames, renders where a script must run. */
final class Views {

    private static final Pattern REFRESH =
            Pattern.compile("(?is)\\s*(\\d{1,6})(?:\\.\\d*)?\\s*[;,]\\s*url\\s*=\\s*['\"]?([^'\"]+)['\"]?.*");
    private static final Pattern MOVES = Pattern.compile(
            "location(?:\\.href)?\\s*=\\s*[\"']([^\"']+)[\"']|location\\.(?:replace|assign)\\s*\\(\\s*[\"']([^\"']+)[\"']");
    private static final Pattern DEVICE =
            Pattern.compile("navigator|user-?agent|screen\\.|innerWidth|isMobile", Pattern.CASE_INSENSITIVE);
    private static final Pattern PART = Pattern.compile("(?i)foot|bottom|copyright|list|main|content|search");
    private static final int SOON = 5;
    private static final int STEPS = 3;
    private static final int FRAMES = 6;
    private static final int SCRIPTS = 8;
    private static final int STUB = 200;
    private static final int FEW_WORDS = 120;
    /** Bytes of answers that are kept, and of those kept as documents; what is pushed out is asked for again. */
    private static final long MOST_KEPT = 16 << 20;

    private static final long MOST_READ = 8 << 20;

    private final Web web;
    private final Optional<Browser> browser;
    private final boolean renderAll;
    private final Recent<View> seen =
            new Recent<>(MOST_READ, view -> view.capture().body().length);
    private final Recent<Capture> captures = new Recent<>(MOST_KEPT, capture -> capture.body().length);
    private boolean begun;

    /** @param renderAll whether a browser, where there is one, looks at the first page and at all that scripts have a hand in */
    Views(Web web, Optional<Browser> browser, boolean renderAll) {
        this.web = web;
        this.browser = browser;
        this.renderAll = renderAll;
    }

    synchronized View at(URI url) {
        return seen.get(url).orElseGet(() -> {
            View view = look(url, 0);
            begun = true;
            seen.put(url, view);
            return view;
        });
    }

    /** The answer of an address, asked for once. */
    synchronized Capture capture(URI url) {
        return captures.get(url).orElseGet(() -> {
            Capture capture = web.get(url);
            captures.put(url, capture);
            return capture;
        });
    }

    private View look(URI url, int step) {
        Capture capture = capture(url);
        if (!capture.seen()) {
            boolean led = step > 0 && capture.cause() == Cause.NOT_TRIED;
            return unseen(capture, led ? Cause.REDIRECT : capture.cause(), capture.detail());
        }
        if (!isPage(capture)) {
            return unseen(
                    capture,
                    Cause.PARSE,
                    "not a page: " + capture.header("Content-Type").orElse("no type"));
        }
        Page page = Page.of(capture);
        if (!page.legible()) {
            return unseen(capture, Cause.ENCODING, "its bytes are no text of a known encoding");
        }
        Optional<URI> onward = onward(page.document(), capture.url());
        if (onward.isPresent()) {
            return step < STEPS
                    ? look(onward.get(), step + 1).orElseResting(capture.evidence())
                    : unseen(capture, Cause.REDIRECT, "the page leads on to " + onward.get());
        }
        View view = withFrames(page);
        return browser.isPresent() && (needsScripts(view) || renderAll && (!begun || view.mayBeFilled()))
                ? rendered(view, browser.get())
                : view;
    }

    private static boolean needsScripts(View view) {
        return view.cause() == Cause.NEEDS_BROWSER || view.awaitsList();
    }

    private static View unseen(Capture capture, @Nullable Cause cause, String detail) {
        return new View(
                capture.url(),
                capture,
                List.of(),
                StandardCharsets.UTF_8,
                false,
                cause,
                detail,
                null,
                Optional.empty(),
                List.of(capture.evidence()));
    }

    private static boolean isPage(Capture capture) {
        String type = capture.header("Content-Type").orElse("text/html").toLowerCase(Locale.ROOT);
        return type.contains("html")
                || type.contains("xml")
                || type.startsWith("text/")
                || type.isBlank()
                || new String(capture.body(), 0, Math.min(capture.body().length, 512), StandardCharsets.ISO_8859_1)
                        .toLowerCase(Locale.ROOT)
                        .matches("(?s).*<(!doctype|html|head|body).*");
    }

    /** Where a page that is only a signpost leads: a refresh, or a script that does nothing else. */
    private static Optional<URI> onward(Document page, URI here) {
        Stream<String> refreshes = page.select("meta[http-equiv=refresh]").stream()
                .filter(meta -> meta.closest("noscript") == null)
                .map(meta -> REFRESH.matcher(meta.attr("content")))
                .filter(matcher -> matcher.matches() && Integer.parseInt(matcher.group(1)) <= SOON)
                .map(matcher -> matcher.group(2).strip());
        boolean signpost = page.body().text().length() < FEW_WORDS
                && page.select("a[href], frame, iframe").size() < 3;
        Stream<String> scripts = signpost ? page.select("script").stream().flatMap(Views::moves) : Stream.empty();
        return Stream.concat(refreshes, scripts)
                .flatMap(address -> resolve(page, address).stream())
                .filter(url -> !url.equals(here))
                .findFirst();
    }

    /** Where a script sends every visitor; none where that hangs on the visitor's device. */
    private static Stream<String> moves(Element script) {
        List<String> ways = DEVICE.matcher(script.data()).find()
                ? List.of()
                : MOVES.matcher(script.data())
                        .results()
                        .map(way -> way.group(1) == null ? way.group(2) : way.group(1))
                        .distinct()
                        .toList();
        return ways.size() == 1 ? ways.stream() : Stream.empty();
    }

    private static Optional<URI> resolve(Document page, String address) {
        return Links.target(page.createElement("a").attr("href", address));
    }

    /** Reads the scripts of the page's own host into it, so that it can be told what they do. */
    private void withScripts(Document page) {
        page.select("script[src]").stream()
                .filter(script -> !Scripts.isKnown(script.attr("src")))
                .limit(SCRIPTS)
                .forEach(script -> Links.target(script, "src")
                        .filter(address ->
                                Links.sameHost(Links.of(page.location()).orElse(address), address))
                        .map(this::capture)
                        .filter(answer -> answer.seen() && answer.body().length > STUB)
                        .ifPresent(answer -> embed(script, answer)));
    }

    private static void embed(Element script, Capture answer) {
        script.attr(Scripts.FROM, script.attr("src")).removeAttr("src");
        script.appendChild(new DataNode(new String(answer.body(), StandardCharsets.UTF_8)));
    }

    private View withFrames(Page page) {
        boolean shell = Scripts.isShell(page.document());
        if (!shell) {
            withScripts(page.document());
        }
        List<Document> parts = new ArrayList<>(List.of(page.document()));
        List<String> evidence = new ArrayList<>(List.of(page.capture().evidence()));
        Cause cause = shell && page.document().select("frame").isEmpty() ? Cause.NEEDS_BROWSER : null;
        String detail = cause == null ? "" : "a script makes the page";
        View.Hidden hidden = null;
        Deque<URI> frames = new ArrayDeque<>(frames(page));
        Set<URI> parted = parted(page);
        Set<URI> read = new HashSet<>();
        while (!frames.isEmpty() && read.size() < FRAMES) {
            URI address = frames.poll();
            if (!read.add(address)) {
                continue;
            }
            Capture frame = capture(address);
            evidence.add(frame.evidence());
            if (frame.seen()) {
                Page inner = Page.of(frame);
                parts.add(inner.document());
                frames.addAll(frames(inner));
                parted.addAll(parted(inner));
                continue;
            }
            Cause reason = frame.cause();
            String told = "frame " + address + ": " + frame.detail();
            if (cause == null && page.document().select("a[href]").size() < 3) {
                cause = reason;
                detail = told;
            } else if (hidden == null && reason != null && parted.contains(address)) {
                hidden = new View.Hidden(reason, told);
            }
        }
        boolean framed = parts.size() > 1
                && cause == Cause.NEEDS_BROWSER
                && parts.get(1).body().text().length() > FEW_WORDS;
        return new View(
                page.capture().url(),
                page.capture(),
                List.copyOf(parts),
                page.encoding().used(),
                false,
                framed ? null : cause,
                framed ? "" : detail,
                hidden,
                page.encoding().complaint(),
                evidence);
    }

    private static List<URI> frames(Page page) {
        return page.document().select("frame[src], iframe[src]").stream()
                .flatMap(frame -> Links.target(frame, "src").stream())
                .filter(url -> !url.equals(page.capture().url()))
                .distinct()
                .limit(FRAMES)
                .toList();
    }

    /** The frames that are a part of the page, and no guest from elsewhere: those of its site, and those named as a part. */
    private static Set<URI> parted(Page page) {
        return page.document().select("frame[src], iframe[src]").stream()
                .filter(frame -> !frame.attr("width").matches("[01](px)?")
                        && !frame.attr("height").matches("[01](px)?"))
                .flatMap(frame -> Links.target(frame, "src").stream()
                        .filter(url -> Links.sameSite(page.capture().url(), url)
                                || PART.matcher(frame.id() + " " + frame.className() + " " + frame.attr("name"))
                                        .find()))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static View rendered(View source, Browser browser) {
        Rendering rendering = browser.render(source.url());
        if (!rendering.seen() || rendering.html().isBlank()) {
            return source;
        }
        List<Document> parts = new ArrayList<>(source.parts());
        parts.set(0, Jsoup.parse(rendering.html(), rendering.url().toString()));
        List<String> evidence = Stream.concat(source.evidence().stream(), rendering.evidence().stream())
                .toList();
        boolean still = Scripts.isShell(parts.getFirst()) && parts.size() == 1;
        return new View(
                rendering.url(),
                source.capture(),
                List.copyOf(parts),
                source.charset(),
                !rendering.broken(),
                still ? Cause.NEEDS_BROWSER : null,
                still ? "a browser shows hardly anything" : "",
                source.hidden(),
                source.encoding(),
                evidence);
    }
}
