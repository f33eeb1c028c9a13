package cn.lingpao.inspection.web;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpMessage;
import org.apache.hc.core5.http.impl.DefaultContentLengthStrategy;
import org.jspecify.annotations.Nullable;

/** The body of an answer, as far as it came. */
record Body(byte[] bytes, @Nullable IOException broken) {

    static final Body NONE = new Body(new byte[0], null);
    private static final int SOME_SPACE = 16;

    static boolean isExpected(String method, int status) {
        return !method.equals("HEAD") && status != 204 && status != 304;
    }

    /** The length an answer announces; the same length said twice is one (RFC 9112, 6.3). */
    static long announced(HttpMessage answer) throws HttpException {
        Header[] lengths = answer.getHeaders("Content-Length");
        boolean isOne = lengths.length > 1
                && !answer.containsHeader("Transfer-Encoding")
                && Stream.of(lengths).map(Header::getValue).distinct().count() == 1;
        if (isOne) {
            answer.removeHeaders("Content-Length");
            answer.addHeader(lengths[0]);
        }
        return DefaultContentLengthStrategy.INSTANCE.determineLength(answer);
    }

    static Body read(HttpEntity entity, int limit) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            InputStream content = entity.getContent();
            byte[] buffer = new byte[8192];
            for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                if (bytes.size() + count > limit) {
                    bytes.write(buffer, 0, limit - bytes.size());
                    return new Body(bytes.toByteArray(), new RecordingSocket.Overflow(limit));
                }
                bytes.write(buffer, 0, count);
            }
            return new Body(bytes.toByteArray(), null);
        } catch (IOException cut) {
            boolean endsWithTheConnection = entity.getContentLength() < 0 && !entity.isChunked();
            return new Body(bytes.toByteArray(), endsWithTheConnection && isUntidyEnd(cut) ? null : cut);
        }
    }

    /** Many servers end a TLS connection without saying so; a browser takes that for the end of the page. */
    private static boolean isUntidyEnd(IOException cut) {
        return cut instanceof SSLException
                && (cut.getCause() instanceof EOFException
                        || String.valueOf(cut.getMessage()).contains("close_notify"));
    }

    void rethrow() throws IOException {
        if (broken != null) {
            throw broken;
        }
    }

    /** Whether more than white space follows what should have been everything. */
    static boolean goesOn(RecordingSocket socket, long announced) throws IOException {
        drain(socket);
        byte[] answer = lastAnswer(socket.received());
        int head = headEnd(answer, 0);
        for (long index = head + announced; head >= 0 && index < answer.length; index++) {
            if (!Character.isWhitespace(answer[(int) index])) {
                return true;
            }
        }
        return false;
    }

    /** A server that was told to close has either closed, or something more to say. */
    private static void drain(RecordingSocket socket) throws IOException {
        int timeout = socket.getSoTimeout();
        try {
            socket.setSoTimeout(50);
            socket.getInputStream().readNBytes(SOME_SPACE);
        } catch (IOException silent) {
            // nothing more came in time
        } finally {
            socket.setSoTimeout(timeout);
        }
    }

    /** The bytes of the last answer, after empty lines and interim answers like 100 and 103. */
    static byte[] lastAnswer(byte[] received) {
        int start = lineStart(received, 0);
        while (isInterim(received, start)) {
            int end = headEnd(received, start);
            if (end < 0) {
                break;
            }
            start = lineStart(received, end);
        }
        return start == 0 ? received : Arrays.copyOfRange(received, start, received.length);
    }

    /** Some servers send an empty line before their answer. */
    private static int lineStart(byte[] bytes, int from) {
        int start = from;
        while (start < bytes.length && (bytes[start] == '\r' || bytes[start] == '\n')) {
            start++;
        }
        return start;
    }

    private static boolean isInterim(byte[] bytes, int start) {
        return bytes.length > start + 9 && bytes[start] == 'H' && bytes[start + 8] == ' ' && bytes[start + 9] == '1';
    }

    private static int headEnd(byte[] bytes, int start) {
        for (int index = start; index + 3 < bytes.length; index++) {
            if (bytes[index] == '\r'
                    && bytes[index + 1] == '\n'
                    && bytes[index + 2] == '\r'
                    && bytes[index + 3] == '\n') {
                return index + 4;
            }
        }
        return -1;
    }
}
