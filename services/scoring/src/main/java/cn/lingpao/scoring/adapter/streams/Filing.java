package cn.lingpao.scoring.adapter.streams;

import cn.lingpao.contracts.TargetRegistered;
import cn.lingpao.contracts.TargetScored;
import cn.lingpao.methodology.engine.Sheet;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.scoring.adapter.streams.state.Entry;
import cn.lingpao.scoring.adapter.streams.state.Entry.Award;
import cn.lingpao.scoring.adapter.streams.state.Entry.Cell;
import cn.lingpao.scoring.adapter.streams.state.TargetFile;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A target's file as it is read for a sheet. */
record Filing(Map<String, Cell> cells, int awardsGiven, BigDecimal awardPoints) {

    static Filing of(TargetFile file) {
        Map<String, Cell> cells = new HashMap<>();
        int given = 0;
        for (Entry entry : file.entries()) {
            switch (entry) {
                case Cell cell -> cells.put(cell.id(), cell);
                case Award award -> given += award.points().signum() > 0 ? 1 : 0;
            }
        }
        return new Filing(cells, given, awards(file.entries()));
    }

    /** The sum of the awards' points, whatever order they came in. */
    static BigDecimal awards(List<Entry> entries) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Entry entry : entries) {
            if (entry instanceof Award award) {
                sum = sum.add(award.points());
            }
        }
        return sum;
    }

    TargetScored sheet(TargetRegistered target, Framework framework, Sheet sheet) {
        return new TargetScored(
                target.campaignId(),
                target.targetId(),
                target.groupId(),
                framework.ref(),
                sheet.total(),
                sheet.level(),
                sheet.bonus(),
                cells.size(),
                awardsGiven,
                sheet.nodes().stream().map(Values::node).toList(),
                sheet.points().stream()
                        .map(point -> Values.point(point, cells.get(point.checkPointId())))
                        .toList(),
                sheet.figures().stream().map(Values::node).toList(),
                Values.decisions(framework, target.targetId()),
                beside(framework),
                awardsGiven == 0 ? null : awardPoints);
    }

    private List<TargetScored.Beside> beside(Framework framework) {
        return cells.values().stream()
                .filter(cell -> framework.checkPoint(cell.id()).isEmpty())
                .sorted(Comparator.comparing(Cell::id))
                .map(cell -> new TargetScored.Beside(cell.id(), cell.value(), cell.verdictId()))
                .toList();
    }
}
