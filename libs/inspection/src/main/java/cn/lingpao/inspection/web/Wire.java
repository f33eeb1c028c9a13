package cn.lingpao.inspection.web;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.web.Capture.Header;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.stream.Stream;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.DefaultContentLengthStrategy;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.jspecify.annotations.Nullable;

/** One request on one connection, recorded byte by byte; redirects, robots and politeness are others' business. */
final class Wire {

    private static final int HEAD_BYTES = 64 << 10;
    private static final Http1Config HTTP = Http1Config.custom()
            .setMaxLineLength(16 << 10)
            .setMaxHeaderCount(200)
            .setMaxEmptyLineCount(5)
            .build();

    private final Line line;
    private final Limits limits;
    private final Clock clock;
    private final String userAgent;

    Wire(Line line, Limits limits, Clock clock, String userAgent) {
        this.line = line;
        this.limits = limits;
        this.clock = clock;
        this.userAgent = userAgent;
    }

    /** Never throws for what the other side does. */
    Exchange send(Call call, Deadline deadline) {
        Attempt attempt = new Attempt(call, deadline, clock.instant());
        try {
            attempt.run();
        } catch (IOException | HttpException failure) {
            attempt.failed(failure);
        }
        return attempt.told();
    }

    private final class Attempt {

        private final Call call;
        private final Deadline deadline;
        private final Instant at;
        private final long started = System.nanoTime();
        private @Nullable InetAddress address;
        private @Nullable RecordingSocket recording;
        private @Nullable ClassicHttpResponse answer;
        private Body body = Body.NONE;
        private @Nullable Cause cause;
        private String detail = "";

        Attempt(Call call, Deadline deadline, Instant at) {
            this.call = call;
            this.deadline = deadline;
            this.at = at;
        }

        void run() throws IOException, HttpException {
            String host = WebAddress.host(call.url());
            List<InetAddress> addresses = line.allowed(host, Faults.shorter(deadline.left(), limits.connect()));
            try (Socket plain = line.connect(addresses, WebAddress.port(call.url()), limits.connect(), deadline)) {
                address = plain.getInetAddress();
                ScheduledFuture<?> guard = deadline.guard(plain);
                try {
                    talk(plain);
                } finally {
                    guard.cancel(false);
                }
            }
        }

        private void talk(Socket plain) throws IOException, HttpException {
            Socket socket = plain;
            if (WebAddress.isHttps(call.url())) {
                Certificates.Judge judge = line.judge();
                socket = line.secured(plain, call.url(), judge);
                if (!judge.fault().isEmpty()) {
                    throw new Line.NoLine(Cause.TLS, judge.fault());
                }
            }
            recording = new RecordingSocket(socket, limits.bytes() + HEAD_BYTES);
            DefaultBHttpClientConnection http = new DefaultBHttpClientConnection(
                    HTTP,
                    StandardCharsets.ISO_8859_1.newDecoder(),
                    StandardCharsets.ISO_8859_1.newEncoder().onUnmappableCharacter(CodingErrorAction.REPLACE),
                    Body::announced,
                    DefaultContentLengthStrategy.INSTANCE,
                    null,
                    null);
            http.bind(recording);
            ClassicHttpRequest request = request();
            http.sendRequestHeader(request);
            http.sendRequestEntity(request);
            http.flush();
            receive(http);
        }

        private void receive(DefaultBHttpClientConnection http) throws IOException, HttpException {
            ClassicHttpResponse received = http.receiveResponseHeader();
            for (int interim = 0; received != null && received.getCode() < 200; interim++) {
                if (received.getCode() == 101 || interim == 5) {
                    throw new HttpException("interim answers without an answer");
                }
                received = http.receiveResponseHeader();
            }
            if (received == null) {
                throw new org.apache.hc.core5.http.NoHttpResponseException("no answer");
            }
            answer = received;
            if (Body.isExpected(call.method(), received.getCode())) {
                http.receiveResponseEntity(received);
                HttpEntity entity = received.getEntity();
                if (entity != null) {
                    body = Body.read(entity, limits.bytes());
                    body.rethrow();
                    if (entity.getContentLength() >= 0 && Body.goesOn(recording, entity.getContentLength())) {
                        throw new HttpException("the answer is longer than it says");
                    }
                }
            }
        }

        private ClassicHttpRequest request() {
            ClassicHttpRequest request = new BasicClassicHttpRequest(call.method(), call.url());
            String query =
                    call.url().getRawQuery() == null ? "" : "?" + call.url().getRawQuery();
            request.setPath(call.url().getRawPath() + query);
            request.setHeader("Host", call.url().getRawAuthority());
            request.setHeader("User-Agent", userAgent);
            request.setHeader("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
            request.setHeader("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.5");
            request.setHeader("Accept-Encoding", "gzip, deflate, br");
            request.setHeader("Connection", "close");
            call.headers().forEach(header -> request.setHeader(header.name(), header.value()));
            if (call.method().equals("POST")) {
                request.setHeader("Content-Length", call.body().length);
                request.setEntity(new ByteArrayEntity(call.body(), ContentType.APPLICATION_FORM_URLENCODED));
            }
            return request;
        }

        void failed(Exception failure) {
            Faults.Fault fault = Faults.of(failure, deadline, WebAddress.isHttps(call.url()) && recording == null);
            cause = fault.cause();
            detail = fault.detail();
        }

        Exchange told() {
            ClassicHttpResponse received = answer;
            return new Exchange(
                    call.method(),
                    call.url(),
                    address,
                    at,
                    Duration.ofNanos(System.nanoTime() - started),
                    recording == null ? new byte[0] : recording.sent(),
                    recording == null ? new byte[0] : Body.lastAnswer(recording.received()),
                    received == null ? 0 : received.getCode(),
                    received == null
                            ? List.of()
                            : Stream.of(received.getHeaders())
                                    .map(header -> new Header(header.getName(), Faults.text(header.getValue())))
                                    .toList(),
                    body.bytes(),
                    Faults.truncation(cause),
                    cause,
                    detail);
        }
    }
}
