package cn.lingpao.datacollection.adapter.http;

import cn.lingpao.datacollection.domain.Fault;
import cn.lingpao.datacollection.domain.Fault.Code;
import cn.lingpao.datacollection.domain.Observer;
import cn.lingpao.datacollection.domain.Proof;
import cn.lingpao.datacollection.domain.Row;
import cn.lingpao.datacollection.domain.Submission;
import cn.lingpao.datacollection.domain.Value;
import cn.lingpao.datacollection.domain.Value.Judgement;
import cn.lingpao.servicesupport.rows.Fields;
import cn.lingpao.servicesupport.rows.Misfit;
import cn.lingpao.servicesupport.rows.RowLines.Line;
import cn.lingpao.servicesupport.rows.RowValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a line of an intake batch as an observation, or says which field is at fault. */
final class RowReader {

    private static final Set<String> ROW =
            ordered("target", "checkPoint", "channel", "value", "cause", "collector", "observedAt", "evidence");
    private static final Set<String> COLLECTOR = ordered("id", "kind");
    private static final Set<String> EVIDENCE = ordered("url", "title", "capturedAt", "sha256", "note");
    private static final int SHA256 = 64;

    private final String campaignId;
    private final Observer sender;
    private final int longest;

    /**
     * @param sender who observed, where a row does not say
     * @param longest bytes that a line may have
     */
    RowReader(String campaignId, Observer sender, int longest) {
        this.campaignId = campaignId;
        this.sender = sender;
        this.longest = longest;
    }

    /** A row that came otherwise than as a line of a body; it may be no longer than one. */
    Line line(int number, byte[] json) {
        return json.length > longest
                ? new Line(number, Arrays.copyOf(json, longest), true)
                : new Line(number, json, false);
    }

    Row read(Line line) {
        if (line.tooLong()) {
            String reason = "a row has at most " + longest + " bytes; this one starts as quoted";
            return unreadable(line, text(line), new Fault(null, Code.ROW_TOO_LONG, reason));
        }
        try {
            return new Row.Readable(line.number(), submission(Fields.read(line.bytes(), ROW)), () -> text(line));
        } catch (Misfit misfit) {
            return unreadable(line, text(line), new Fault(misfit.field(), Code.of(misfit.code()), misfit.getMessage()));
        }
    }

    /** The row of a line that is beyond the limit of its batch. */
    Row tooMany(Line line, String reason) {
        return unreadable(line, "", new Fault(null, Code.TOO_MANY_ROWS, reason));
    }

    private static String text(Line line) {
        return new String(line.bytes(), StandardCharsets.UTF_8).strip();
    }

    private Row unreadable(Line line, String text, Fault fault) {
        return new Row.Unreadable(campaignId, line.number(), fault, text);
    }

    private Submission submission(Fields row) {
        String target = row.requiredId("target");
        String checkPoint = row.requiredId("checkPoint");
        Value value = value(row);
        return new Submission(
                campaignId,
                target,
                checkPoint,
                row.id("channel"),
                value,
                observer(row),
                row.requiredInstant("observedAt"),
                evidence(row));
    }

    private static Value value(Fields row) {
        return switch (RowValue.of(row)) {
            case RowValue.Undetermined open -> new Value.Undetermined(open.cause());
            case RowValue.Figure figure -> new Value.Measured(figure.number());
            case RowValue.Word word -> word(word.text());
        };
    }

    private static Value word(String word) {
        for (Judgement judgement : Judgement.values()) {
            if (judgement.name().equals(word)) {
                return judgement;
            }
        }
        return new Value.Graded(word);
    }

    private Observer observer(Fields row) {
        JsonNode node = row.node("collector");
        if (node == null) {
            return sender;
        }
        Fields collector = Fields.of("collector", node, COLLECTOR);
        String id = collector.requiredId("id");
        String kind = collector.requiredId("kind").toUpperCase(Locale.ROOT);
        for (Observer.Kind known : Observer.Kind.values()) {
            if (known.name().equals(kind)) {
                return new Observer(id, known);
            }
        }
        throw collector.misfit("kind", Misfit.WRONG_TYPE, "must be SYSTEM or PERSON");
    }

    private static List<Proof> evidence(Fields row) {
        JsonNode node = row.node("evidence");
        if (node == null) {
            return List.of();
        }
        if (!node.isArray()) {
            throw row.misfit("evidence", Misfit.WRONG_TYPE, "must be a list");
        }
        List<Proof> proofs = new ArrayList<>();
        for (JsonNode item : node) {
            proofs.add(proof(Fields.of("evidence[" + proofs.size() + "]", item, EVIDENCE)));
        }
        return proofs;
    }

    private static Proof proof(Fields item) {
        return new Proof(
                item.text("url"), item.text("title"), item.instant("capturedAt"), sha256(item), item.text("note"));
    }

    private static @Nullable String sha256(Fields item) {
        String digest = item.text("sha256");
        if (digest != null && (digest.length() != SHA256 || !digest.chars().allMatch(RowReader::isDigit))) {
            throw item.misfit("sha256", Misfit.WRONG_TYPE, "must be 64 lower-case hexadecimal digits");
        }
        return digest;
    }

    private static boolean isDigit(int character) {
        return HexFormat.isHexDigit(character) && !Character.isUpperCase(character);
    }

    private static Set<String> ordered(String... names) {
        return new LinkedHashSet<>(List.of(names));
    }
}
