package cn.lingpao.scoring.adapter.streams;

import java.time.Duration;

/**
 * When a changed group is scored.
 *
 * @param tick how often to look for changes
 * @param beat the shortest time between two tellings of a task: what is told twice in a transaction is read once
 * @param limit how long a change may wait while telling takes long
 */
record Settling(Duration tick, Duration beat, Duration limit) {}
