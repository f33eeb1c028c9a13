package cn.lingpao.publication.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes the documents of a release from what the disclosure policy shows. The shapes here are the public results API:
 * a reader can check every document against the hash of the release.
 */
public final class Composition {

    /** Names the shapes; it is part of the content, so that a new shape is a new hash. */
    public static final String FORMAT = "lingpao-release-1";

    private final Snapshot snapshot;
    private final Disclosure disclosure;
    private OpenPoints open = OpenPoints.NONE;

    private Composition(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.disclosure = DisclosurePolicy.disclose(snapshot);
    }

    /** The release that can be made now; the same knowledge gives the same bytes. */
    public static Draft compose(Snapshot snapshot) {
        return new Composition(snapshot).draft();
    }

    private Draft draft() {
        Map<String, ReleaseDocument> lists = new LinkedHashMap<>();
        disclosure.places().forEach((rule, shown) -> lists.put(rule.id(), list(rule, shown)));
        Map<String, ReleaseDocument> targets = new LinkedHashMap<>();
        disclosure.mentions().forEach((id, mentions) -> targets.put(id, target(id, mentions)));
        return new Draft(content(lists, targets), lists, targets, open);
    }

    private ReleaseDocument content(Map<String, ReleaseDocument> lists, Map<String, ReleaseDocument> targets) {
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        content.put("format", FORMAT);
        content.put("campaign", campaign());
        content.put("framework", FrameworkShape.of(snapshot.framework()));
        List<Object> listIndex = new ArrayList<>();
        disclosure.places().keySet().forEach(rule -> {
            Map<String, @Nullable Object> list = heading(rule);
            list.put("hash", document(lists, rule.id()).hash());
            listIndex.add(list);
        });
        content.put("lists", listIndex);
        content.put(
                "targets",
                targets.entrySet().stream()
                        .map(target -> Map.of(
                                "id", target.getKey(), "hash", target.getValue().hash()))
                        .toList());
        return ReleaseDocument.of(content);
    }

    private ReleaseDocument list(Campaign.ListRule rule, List<Disclosure.Shown> shown) {
        Map<String, @Nullable Object> list = new LinkedHashMap<>();
        list.put("campaign", campaign());
        list.put("list", heading(rule));
        list.put("entries", shown.stream().map(this::entry).toList());
        return ReleaseDocument.of(list);
    }

    private Map<String, @Nullable Object> entry(Disclosure.Shown shown) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("rank", shown.place().rank());
        entry.put("tied", shown.tied());
        entry.put("target", place(shown.place().targetId()));
        entry.put("total", shown.place().total());
        entry.put("level", shown.place().level());
        ScoreSheet sheet = snapshot.sheet(shown.place().targetId());
        entry.put("bonus", sheet.bonus());
        entry.put("dimensions", dimensions(sheet));
        putDecisions(entry, sheet);
        return entry;
    }

    private List<Map<String, @Nullable Object>> dimensions(ScoreSheet sheet) {
        Map<String, ScoreSheet.NodeScore> scores =
                sheet.nodes().stream().collect(Collectors.toMap(ScoreSheet.NodeScore::nodeId, Function.identity()));
        List<Map<String, @Nullable Object>> dimensions = new ArrayList<>();
        for (Framework.Node dimension : snapshot.framework().root().children()) {
            ScoreSheet.NodeScore score = scores.get(dimension.id());
            Map<String, @Nullable Object> shape = new LinkedHashMap<>();
            shape.put("id", dimension.id());
            shape.put(
                    "state",
                    score == null
                            ? ScoreSheet.State.MISSING.name()
                            : score.state().name());
            shape.put("score", score == null ? null : score.score());
            dimensions.add(shape);
        }
        return dimensions;
    }

    private ReleaseDocument target(String id, List<Disclosure.Mention> mentions) {
        ScoreSheet sheet = snapshot.sheet(id);
        Map<String, @Nullable Object> target = new LinkedHashMap<>();
        target.put("campaign", campaign());
        target.put("framework", snapshot.framework().ref());
        target.put("target", place(id));
        target.put("total", sheet.total());
        target.put("level", sheet.level());
        target.put("bonus", sheet.bonus());
        SheetShape nodes = SheetShape.of(snapshot.framework(), sheet);
        open = open.plus(nodes.open());
        target.put("nodes", nodes.nodes());
        if (!sheet.figures().isEmpty()) {
            target.put(
                    "figures", sheet.figures().stream().map(Composition::score).toList());
        }
        putDecisions(target, sheet);
        target.put("lists", mentions.stream().map(Composition::mention).toList());
        return ReleaseDocument.of(target);
    }

    /** Beside the score whenever there are any; a sheet without them has no such key. */
    private static void putDecisions(Map<String, @Nullable Object> beside, ScoreSheet sheet) {
        if (!sheet.decisions().isEmpty()) {
            beside.put(
                    "decisions",
                    sheet.decisions().stream().map(Composition::decision).toList());
        }
    }

    private static Map<String, @Nullable Object> decision(ScoreSheet.Decision decision) {
        Map<String, @Nullable Object> shape = new LinkedHashMap<>();
        shape.put("kind", decision.override() ? "OVERRIDE" : "EXCLUSION");
        shape.put("id", decision.id());
        shape.put("score", decision.score());
        shape.put("reason", decision.reason());
        shape.put("author", decision.author());
        shape.put("at", decision.at());
        return shape;
    }

    private static Map<String, @Nullable Object> score(ScoreSheet.NodeScore score) {
        Map<String, @Nullable Object> shape = new LinkedHashMap<>();
        shape.put("id", score.nodeId());
        shape.put("state", score.state().name());
        shape.put("score", score.score());
        return shape;
    }

    private static Map<String, @Nullable Object> mention(Disclosure.Mention mention) {
        Map<String, @Nullable Object> shape = heading(mention.list());
        shape.put("rank", mention.shown().place().rank());
        shape.put("tied", mention.shown().tied());
        return shape;
    }

    private Map<String, @Nullable Object> campaign() {
        Campaign campaign = snapshot.campaign();
        Map<String, @Nullable Object> shape = new LinkedHashMap<>();
        shape.put("id", campaign.id());
        shape.put("name", FrameworkShape.words(campaign.name()));
        shape.put("invented", campaign.invented());
        return shape;
    }

    private static Map<String, @Nullable Object> heading(Campaign.ListRule rule) {
        Map<String, @Nullable Object> shape = new LinkedHashMap<>();
        shape.put("id", rule.id());
        shape.put("name", FrameworkShape.words(rule.name()));
        shape.put("top", rule.top());
        return shape;
    }

    private Map<String, @Nullable Object> place(String id) {
        Target target = snapshot.target(id);
        Map<String, @Nullable Object> shape = new LinkedHashMap<>();
        shape.put("id", target.id());
        shape.put("name", FrameworkShape.words(target.name()));
        shape.put("division", target.division());
        return shape;
    }

    private static ReleaseDocument document(Map<String, ReleaseDocument> documents, String id) {
        ReleaseDocument document = documents.get(id);
        if (document == null) {
            throw new IllegalStateException("no document " + id);
        }
        return document;
    }
}
