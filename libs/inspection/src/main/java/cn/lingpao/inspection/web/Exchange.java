package cn.lingpao.inspection.web;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.web.Capture.Header;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request and what came back, as it was on the wire.
 *
 * @param address what was connected to; null when nothing was
 * @param request the bytes sent; empty when there was no connection
 * @param response what came back, without interim answers, readable or not
 * @param status 0 when no answer could be read
 * @param payload the body without its transfer coding, still with its content coding
 * @param truncated why the answer is not whole, a word of WARC ({@code length time disconnect}); empty when it is
 * @param cause what went wrong below HTTP; null when an answer was read to its end
 */
public record Exchange(
        String method,
        URI url,
        @Nullable InetAddress address,
        Instant at,
        Duration took,
        byte[] request,
        byte[] response,
        int status,
        List<Header> headers,
        byte[] payload,
        String truncated,
        @Nullable Cause cause,
        String detail) {}
