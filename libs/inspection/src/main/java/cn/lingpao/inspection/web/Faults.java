package cn.lingpao.inspection.web;

import cn.lingpao.inspection.Cause;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.jspecify.annotations.Nullable;

/** Gives what goes wrong on a connection its word of the fixed list. */
final class Faults {

    private Faults() {}

    record Fault(Cause cause, String detail) {}

    static Fault of(Exception failure, Deadline deadline, boolean duringHandshake) {
        String message = String.valueOf(failure.getMessage()).replaceAll("\\s+", " ");
        if (failure instanceof Line.NoLine told) {
            return new Fault(told.why(), message);
        }
        if (failure instanceof RecordingSocket.Overflow || failure instanceof MessageConstraintException) {
            return new Fault(Cause.TOO_LARGE, message);
        }
        if (deadline.isOver() || failure instanceof SocketTimeoutException) {
            return new Fault(Cause.TIMEOUT, timeout(failure, deadline));
        }
        if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
            return message.toLowerCase(Locale.ROOT).contains("timed out")
                    ? new Fault(Cause.TIMEOUT, message)
                    : new Fault(Cause.REFUSED, message);
        }
        return onceConnected(failure, duringHandshake, message);
    }

    private static Fault onceConnected(Exception failure, boolean duringHandshake, String message) {
        if (failure instanceof SSLException && !(failure.getCause() instanceof EOFException && !duringHandshake)) {
            return new Fault(Cause.TLS, "TLS: " + message);
        }
        if (duringHandshake) {
            return new Fault(Cause.TLS, "the connection ended during the TLS handshake: " + message);
        }
        boolean isGarbage = failure instanceof HttpException
                || failure instanceof MalformedChunkCodingException && !(failure instanceof TruncatedChunkException)
                || message.startsWith("Invalid")
                || message.startsWith("Unexpected");
        return isGarbage
                ? new Fault(Cause.PARSE, "not HTTP as it should be: " + message)
                : new Fault(Cause.RESET, "the connection ended early: " + message);
    }

    private static String timeout(Exception failure, Deadline deadline) {
        return failure instanceof SocketTimeoutException connecting && !deadline.isOver()
                ? "no connection: " + connecting.getMessage()
                : "no complete answer within " + deadline.within().toMillis() / 1000.0 + " s";
    }

    static String truncation(@Nullable Cause cause) {
        if (cause == null) {
            return "";
        }
        return switch (cause) {
            case TOO_LARGE -> "length";
            case TIMEOUT -> "time";
            default -> "disconnect";
        };
    }

    /** Header fields are bytes; those that are UTF-8 are meant so. */
    static String text(@Nullable String field) {
        if (field == null) {
            return "";
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(field.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException latin) {
            return field;
        }
    }

    static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
