package cn.lingpao.scoring.adapter.streams;

import cn.lingpao.contracts.TargetRegistered;
import cn.lingpao.methodology.engine.Answer;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.scoring.adapter.streams.state.Entry.Award;
import cn.lingpao.scoring.adapter.streams.state.Entry.Cell;
import cn.lingpao.scoring.adapter.streams.state.TargetFile;
import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A target's file as it is read for a sheet. */
record Filing(TargetRegistered target, Map<String, Cell> cells, BigDecimal awardPoints, int awardsGiven) {

    /** Null before the target's registration is known. */
    static @Nullable Filing of(TargetFile file) {
        TargetRegistered target = file.target();
        if (target == null) {
            return null;
        }
        SortedMap<String, Cell> cells = new TreeMap<>();
        SortedMap<String, BigDecimal> awards = new TreeMap<>();
        file.entries().forEach(entry -> {
            switch (entry) {
                case Cell cell -> cells.put(cell.id(), cell);
                case Award award -> awards.put(award.id(), award.points());
            }
        });
        BigDecimal points = awards.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        int given =
                (int) awards.values().stream().filter(each -> each.signum() > 0).count();
        return new Filing(target, cells, points, given);
    }

    /** The answers that the framework has a use for. */
    SortedMap<String, Answer> answers(Framework framework) {
        SortedMap<String, Answer> answers = new TreeMap<>();
        for (Cell cell : cells.values()) {
            var value = Values.ofVerdict(cell.value());
            if (framework.accepts(cell.id(), value).isEmpty()) {
                answers.put(cell.id(), new Answer(value, cell.verdictId()));
            }
        }
        return answers;
    }
}
