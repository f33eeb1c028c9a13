package cn.lingpao.scoring.adapter.streams.state;

import cn.lingpao.contracts.CaseAwarded;
import cn.lingpao.contracts.ObservedValue;
import cn.lingpao.contracts.VerdictReached;
import java.math.BigDecimal;
import java.nio.ByteBuffer;

/** The newest fact of one cell or one case of a target, reduced to what a score depends on. */
public sealed interface Entry {

    /** Of the check point, measure or variable, or of the case. */
    String id();

    /** Tells a stale or repeated fact from a newer one of the same id. */
    long sequence();

    /** @param target the target's id or key, of which a usual verdict id is made; the same is needed to read it */
    default byte[] bytes(String target) {
        return Flat.entry(this, target);
    }

    /** Reads what {@link #bytes} wrote. */
    static Entry of(ByteBuffer in, String target) {
        return Flat.entry(in, target);
    }

    /** The value of a cell that counts from now on. */
    record Cell(String id, long sequence, ObservedValue value, String verdictId) implements Entry {

        private static final int PLACES = 400;

        /** @throws IllegalArgumentException for a number that no sheet could show */
        public static Cell of(VerdictReached verdict) {
            BigDecimal number = verdict.value().number();
            if (number != null && (Math.abs((long) number.scale()) > PLACES || number.precision() > PLACES)) {
                throw new IllegalArgumentException("a number of more than " + PLACES + " places is none to score");
            }
            return new Cell(verdict.checkPointId(), verdict.sequence(), verdict.value(), verdict.verdictId());
        }
    }

    /** The points of a case that count from now on; zero when the award was withdrawn. */
    record Award(String id, long sequence, BigDecimal points) implements Entry {

        public static Award of(CaseAwarded award) {
            return new Award(award.caseId(), award.sequence(), award.points());
        }
    }
}
