package cn.lingpao.evidencereview.application;

import cn.lingpao.evidencereview.application.DecisionRow.Readable;
import cn.lingpao.evidencereview.application.DecisionRow.Unreadable;
import cn.lingpao.evidencereview.application.Report.Line;
import cn.lingpao.evidencereview.application.Report.Outcome;
import cn.lingpao.evidencereview.domain.Campaign;
import cn.lingpao.evidencereview.domain.Cell;
import cn.lingpao.evidencereview.domain.CellId;
import cn.lingpao.evidencereview.domain.Decider;
import cn.lingpao.evidencereview.domain.Decision;
import cn.lingpao.evidencereview.domain.Fault;
import cn.lingpao.evidencereview.domain.Fault.Code;
import cn.lingpao.evidencereview.domain.Ruling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** One batch of decisions, chunk by chunk: rows on the same cell are taken in their order. */
final class DecisionBatch {

    private final Cells cells;
    private final Campaign campaign;
    private final Caller caller;
    private final Instant now;

    DecisionBatch(Cells cells, Campaign campaign, Caller caller, Instant now) {
        this.cells = cells;
        this.campaign = campaign;
        this.caller = caller;
        this.now = now;
    }

    List<Line> take(List<? extends DecisionRow> rows) {
        Map<Integer, Line> lines = new TreeMap<>();
        Map<Integer, Readable> pending = new LinkedHashMap<>();
        for (int index = 0; index < rows.size(); index++) {
            switch (rows.get(index)) {
                case Unreadable unreadable ->
                    lines.put(index, Line.refused(unreadable.line(), null, unreadable.fault()));
                case Readable readable -> pending.put(index, readable);
            }
        }
        while (!pending.isEmpty()) {
            Map<Integer, Line> taken = attempt(pending);
            lines.putAll(taken);
            pending.keySet().removeAll(taken.keySet());
        }
        return new ArrayList<>(lines.values());
    }

    /** Takes all of them, and answers for those whose cell nobody else saved in between. */
    private Map<Integer, Line> attempt(Map<Integer, Readable> rows) {
        Map<CellId, Cell> current = new HashMap<>(
                cells.load(rows.values().stream().map(Readable::cell).distinct().toList()));
        Map<CellId, Cell> changed = new LinkedHashMap<>();
        Map<Integer, Line> lines = new LinkedHashMap<>();
        rows.forEach((index, row) -> lines.put(index, take(row, current, changed)));
        Set<CellId> contended = cells.save(changed.values());
        lines.keySet().removeIf(index -> contended.contains(rows.get(index).cell()));
        return lines;
    }

    private Line take(Readable row, Map<CellId, Cell> current, Map<CellId, Cell> changed) {
        Optional<Fault> fault = refusal(row);
        if (fault.isPresent()) {
            return Line.refused(row.line(), row.cell(), fault.get());
        }
        Cell cell = current.get(row.cell());
        if (cell == null) {
            String reason = "nothing was observed of check point '%s' of target '%s'"
                    .formatted(row.cell().checkPointId(), row.cell().targetId());
            return Line.refused(row.line(), row.cell(), new Fault(null, Code.UNKNOWN_CELL, reason));
        }
        Decider decider = decider(row);
        Instant at = row.at() == null ? now : row.at();
        Decision decision = new Decision(decider.name(), row.value(), row.reason(), at);
        return switch (cell.decide(decision, decider)) {
            case Ruling.Taken taken -> {
                current.put(row.cell(), taken.cell());
                changed.put(row.cell(), taken.cell());
                yield Line.of(row.line(), Outcome.ACCEPTED, taken.cell());
            }
            case Ruling.Repeated repeated -> Line.of(row.line(), Outcome.REPEATED, cell);
            case Ruling.Refused refused -> Line.refused(row.line(), row.cell(), refused.fault());
        };
    }

    private Optional<Fault> refusal(Readable row) {
        boolean forOthers = Optional.ofNullable(row.decidedBy())
                .filter(Predicate.not(caller.name()::equals))
                .isPresent();
        if (forOthers && !caller.administrator()) {
            return Optional.of(
                    new Fault("decidedBy", Code.NOT_ALLOWED, "only an administrator may import what others decided"));
        }
        if (!forOthers && !caller.reviewer() && !caller.arbiter()) {
            return Optional.of(new Fault("decidedBy", Code.WRONG_ROLE, "you are neither reviewer nor arbiter"));
        }
        return campaign.refusal(row.cell().checkPointId(), row.value(), row.at(), now);
    }

    /** An imported decision was made in whatever capacity the cell then asked for. */
    private Decider decider(Readable row) {
        String by = row.decidedBy();
        return by == null || by.equals(caller.name())
                ? new Decider(caller.name(), caller.reviewer(), caller.arbiter())
                : new Decider(by, true, true);
    }
}
