package cn.lingpao.scoring.adapter.streams;

import java.time.Instant;

/**
 * The newest fact of an aggregate, with the sequence that tells a stale or repeated one from a newer one.
 *
 * @param asOf the time of the event that told it
 */
record Filed(long sequence, Instant asOf, GroupFact fact) {

    GroupChange change() {
        return new GroupChange(asOf, fact);
    }
}
