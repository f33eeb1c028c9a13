package cn.lingpao.scoring.adapter.streams;

import java.time.Duration;

/**
 * When a changed group is scored.
 *
 * @param tick how often to look for changes
 * @param limit how long a change may wait while telling takes long
 */
record Settling(Duration tick, Duration limit) {}
