package cn.lingpao.scoring.adapter.streams;

import java.time.Instant;

/**
 * A fact on its way to a group.
 *
 * @param asOf the time of the event that told it
 */
record GroupChange(Instant asOf, GroupFact fact) {}
