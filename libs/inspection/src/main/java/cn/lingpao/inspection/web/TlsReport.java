package cn.lingpao.inspection.web;

import cn.lingpao.inspection.Cause;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a host presents itself over TLS.
 *
 * @param valid whether a browser of today would accept it
 * @param reason why not, in a sentence: expired, self-signed, another host's, unknown issuer, old protocol …; empty if valid
 * @param cause why nothing could be seen (refused, timeout …), or {@code TLS} where the handshake or certificate failed
 * @param protocol for example {@code TLSv1.3}; empty when there was no handshake
 * @param names the host names of the certificate
 * @param evidence SHA-256, hex, of the archived report
 */
public record TlsReport(
        String host,
        int port,
        boolean valid,
        String reason,
        @Nullable Cause cause,
        String protocol,
        List<String> names,
        @Nullable Instant notAfter,
        String evidence) {}
