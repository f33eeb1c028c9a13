package cn.lingpao.datacollection.application.evidence;

import cn.lingpao.datacollection.domain.evidence.Exchange;
import cn.lingpao.datacollection.domain.evidence.Kind;
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

    /** A record that says that the payload of this hash was seen again. */
    record Revisit(int number, String type, Facts facts, Sha256 sha256) implements ArchivedRecord {}

    /** A record that is no capture: warcinfo, request. */
    record Passed(int number, String type) implements ArchivedRecord {}

    /** A record whose bytes are not what it says, or that cannot be kept. */
    record Broken(int number, String type, @Nullable String url, String code, String reason)
            implements ArchivedRecord {}

    /**
     * What a record says of its capture.
     *
     * @param software what the file says made it; null when it says nothing
     */
    record Facts(
            Kind kind,
            Instant capturedAt,
            @Nullable String url,
            @Nullable Integer status,
            @Nullable String declaredType,
            Exchange exchange,
            @Nullable String software) {

        public Facts as(Kind other) {
            return new Facts(other, capturedAt, url, status, declaredType, exchange, software);
        }

        public Facts asking(String request) {
            return new Facts(kind, capturedAt, url, status, declaredType, exchange.asking(request), software);
        }
    }
}
