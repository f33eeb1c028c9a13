package cn.lingpao.scoring.adapter.streams;

import java.time.Instant;

/**
 * Where a group stands.
 *
 * @param asOf the newest time of all that it was told
 * @param due whether something changed that no output tells yet
 */
record GroupStatus(Instant asOf, boolean due) {

    GroupStatus changed(Instant told) {
        return new GroupStatus(told.isAfter(asOf) ? told : asOf, true);
    }

    GroupStatus done() {
        return new GroupStatus(asOf, false);
    }
}
