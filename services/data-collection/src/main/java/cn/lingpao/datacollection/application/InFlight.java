package cn.lingpao.datacollection.application;

import cn.lingpao.datacollection.domain.ObservationId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * The observations of this instance that are on their way to the log or not yet in the store. Bounded: beyond the limit
 * the oldest acknowledged ones are forgotten, for other instances may be the ones that project them.
 */
public final class InFlight {

    private final int limit;
    private final Map<ObservationId, CompletableFuture<Void>> onTheirWay = new LinkedHashMap<>();

    public InFlight(int limit) {
        this.limit = limit;
    }

    /** Claims the ids that nobody else has on the way; claim before you ask the store, or a gap opens between the two. */
    synchronized Claim claim(Collection<ObservationId> ids) {
        Claim claim = new Claim();
        for (ObservationId id : ids) {
            CompletableFuture<Void> other = onTheirWay.putIfAbsent(id, claim.acknowledged);
            if (other == null) {
                claim.mine.add(id);
            } else if (other != claim.acknowledged) {
                claim.others.add(other);
            }
        }
        forgetOldest();
        return claim;
    }

    /** The store holds these now. */
    synchronized void settled(Collection<ObservationId> ids) {
        ids.forEach(onTheirWay::remove);
    }

    public synchronized int size() {
        return onTheirWay.size();
    }

    /** Whether it is so full that soon some would have to be forgotten. */
    public boolean isNearlyFull() {
        return size() > limit / 4 * 3;
    }

    private synchronized void settled(Collection<ObservationId> ids, CompletableFuture<Void> of) {
        ids.forEach(id -> onTheirWay.remove(id, of));
    }

    private void forgetOldest() {
        Iterator<CompletableFuture<Void>> oldest = onTheirWay.values().iterator();
        while (onTheirWay.size() > limit && oldest.hasNext() && oldest.next().isDone()) {
            oldest.remove();
        }
    }

    /** The right to send certain observations to the log. */
    final class Claim {

        private final CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        private final List<ObservationId> mine = new ArrayList<>();
        private final Set<CompletableFuture<Void>> others = new HashSet<>();

        /** In the order in which they were asked for, each once. */
        List<ObservationId> mine() {
            return Collections.unmodifiableList(mine);
        }

        /** Everything that must be acknowledged before an answer may call a row accepted or repeated. */
        List<CompletableFuture<Void>> promises() {
            List<CompletableFuture<Void>> promises = new ArrayList<>(others);
            promises.add(acknowledged);
            return promises;
        }

        void giveBack(Collection<ObservationId> ids) {
            settled(ids, acknowledged);
        }

        void follow(CompletableFuture<Void> sending) {
            sending.whenComplete((nothing, failure) -> {
                if (failure == null) {
                    acknowledged.complete(null);
                } else {
                    fail(failure);
                }
            });
        }

        void fail(Throwable failure) {
            giveBack(mine);
            acknowledged.completeExceptionally(failure);
        }
    }
}
