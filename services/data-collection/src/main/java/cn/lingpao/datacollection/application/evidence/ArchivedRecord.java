package cn.lingpao.datacollection.application.evidence;

import cn.lingpao.datacollection.domain.evidence.Exchange;
import cn.lingpao.datacollection.domain.evidence.Kind;
import cn.lingpao.datacollection.domain.evidence.Place;
import cn.lingpao.datacollection.domain.evidence.Sha256;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A record of a web archive. {@code number} counts the records of the file from 1. */
public sealed interface ArchivedRecord {

    int number();

    /** For example {@code response}. */
    String type();

    /** A payload with the circumstances of its capture. */
    record Found(int number, String type, Facts facts, Spool payload) implements ArchivedRecord {}

    /**
     * A record that says that a payload was seen again.
     *
     * @param sha256 hash of the payload; null when only {@code earlier} says which one
     */
    record Revisit(
            int number, String type, Facts facts, @Nullable Sha256 sha256, Earlier earlier) implements ArchivedRecord {

        /** The same with what else the file says of it. */
        public Revisit with(Facts other) {
            return new Revisit(number, type, other, sha256, earlier);
        }
    }

    /** The capture that a revisit refers to, as far as it says. */
    record Earlier(
            @Nullable String recordId,
            @Nullable String url,
            @Nullable Instant capturedAt) {}

    /** A record that is no capture: warcinfo, request. */
    record Passed(int number, String type) implements ArchivedRecord {}

    /** A record whose bytes are not what it says, or that cannot be kept. */
    record Broken(int number, String type, @Nullable String url, String code, String reason)
            implements ArchivedRecord {}

    /**
     * What a record says of its capture.
     *
     * @param software what the file says made it; null when it says nothing
     * @param described what stands beside the record; null when nothing does
     */
    record Facts(
            Kind kind,
            Instant capturedAt,
            @Nullable String url,
            @Nullable Integer status,
            @Nullable String declaredType,
            Exchange exchange,
            @Nullable String software,
            @Nullable Described described) {

        public Facts as(Kind other) {
            return new Facts(other, capturedAt, url, status, declaredType, exchange, software, described);
        }

        public Facts asking(String request) {
            return new Facts(
                    kind, capturedAt, url, status, declaredType, exchange.asking(request), software, described);
        }

        public Facts described(Described other) {
            return new Facts(kind, capturedAt, url, status, declaredType, exchange, software, other);
        }
    }

    /**
     * Who captured what where. Our own archives say it beside the record, so that it is the same capture when it comes back.
     *
     * @param collector null when nothing tells who captured
     * @param plain whether it had no archive record before it was exported
     */
    record Described(
            Kind kind,
            Place place,
            @Nullable String collector,
            @Nullable String version,
            @Nullable String declaredType,
            boolean plain) {}
}
