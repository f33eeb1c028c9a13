package cn.lingpao.evidencereview.adapter.http;

import cn.lingpao.evidencereview.application.DecisionRow;
import cn.lingpao.evidencereview.application.DecisionRow.Readable;
import cn.lingpao.evidencereview.application.DecisionRow.Unreadable;
import cn.lingpao.evidencereview.domain.CellId;
import cn.lingpao.evidencereview.domain.Fault;
import cn.lingpao.evidencereview.domain.Fault.Code;
import cn.lingpao.evidencereview.domain.Value;
import cn.lingpao.evidencereview.domain.Value.Kind;
import cn.lingpao.servicesupport.rows.Fields;
import cn.lingpao.servicesupport.rows.Misfit;
import cn.lingpao.servicesupport.rows.RowLines.Line;
import cn.lingpao.servicesupport.rows.RowValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads decisions, or says which field is at fault. */
final class DecisionReader {

    private static final Set<Kind> WORDS = Set.of(Kind.MET, Kind.NOT_MET, Kind.NOT_APPLICABLE);
    private static final Set<String> ROW =
            ordered("targetId", "checkPointId", "value", "cause", "reason", "decidedBy", "at");
    private static final Set<String> DECISION = ordered("value", "cause", "reason", "at");
    private static final int LONGEST_REASON = 2_000;

    private final String campaignId;
    private final int longest;

    /** @param longest bytes that a line may have */
    DecisionReader(String campaignId, int longest) {
        this.campaignId = campaignId;
        this.longest = longest;
    }

    DecisionRow read(Line line) {
        if (line.tooLong()) {
            String reason = "a row has at most " + longest + " bytes";
            return new Unreadable(line.number(), new Fault(null, Code.ROW_TOO_LONG, reason));
        }
        try {
            Fields row = Fields.read(line.bytes(), ROW);
            CellId cell = new CellId(campaignId, row.requiredId("targetId"), row.requiredId("checkPointId"));
            return decision(line.number(), cell, row, row.id("decidedBy"));
        } catch (Misfit misfit) {
            return new Unreadable(line.number(), fault(misfit));
        }
    }

    /** The row of a line that is beyond the limit of its batch. */
    static DecisionRow tooMany(Line line, String reason) {
        return new Unreadable(line.number(), new Fault(null, Code.TOO_MANY_ROWS, reason));
    }

    /** @throws Misfit when it is no decision */
    static Readable decision(CellId cell, byte[] body) {
        return decision(1, cell, Fields.read(body, DECISION), null);
    }

    static Fault fault(Misfit misfit) {
        return new Fault(misfit.field(), Code.of(misfit.code()), misfit.getMessage());
    }

    private static Readable decision(int line, CellId cell, Fields row, @Nullable String decidedBy) {
        return new Readable(line, cell, value(row), reason(row), decidedBy, row.instant("at"));
    }

    private static @Nullable String reason(Fields row) {
        String reason = row.text("reason");
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw row.misfit("reason", Misfit.WRONG_TYPE, "must have at most " + LONGEST_REASON + " characters");
        }
        return reason;
    }

    private static Value value(Fields row) {
        return switch (RowValue.of(row)) {
            case RowValue.Undetermined open -> Value.undetermined(open.cause());
            case RowValue.Figure figure -> Value.number(figure.number());
            case RowValue.Word word -> word(word.text());
        };
    }

    private static Value word(String word) {
        return WORDS.stream()
                .filter(kind -> kind.name().equals(word))
                .findFirst()
                .map(Value::word)
                .orElseGet(() -> Value.grade(word));
    }

    private static Set<String> ordered(String... names) {
        return new LinkedHashSet<>(List.of(names));
    }
}
