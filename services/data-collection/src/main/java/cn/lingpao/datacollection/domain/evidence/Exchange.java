package cn.lingpao.datacollection.domain.evidence;

import org.jspecify.annotations.Nullable;

/**
 * What an archive record says beside its payload, kept so that the record can be written again.
 *
 * @param recordId the record's own id
 * @param type the record's type, for example {@code response}
 * @param request request line, header and body as sent, one character a byte; null when no request record was there
 * @param response status line and header as received, one character a byte; null for a record without HTTP
 * @param ipAddress where the answer came from
 * @param truncated why the payload is not whole; null when it is
 */
public record Exchange(
        String recordId,
        String type,
        @Nullable String request,
        @Nullable String response,
        @Nullable String ipAddress,
        @Nullable String truncated) {

    /** The same exchange with its request. */
    public Exchange asking(String other) {
        return new Exchange(recordId, type, other, response, ipAddress, truncated);
    }
}
