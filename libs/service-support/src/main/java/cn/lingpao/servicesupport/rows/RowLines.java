package cn.lingpao.servicesupport.rows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The lines of a body, read as they arrive; an overlong line is cut off and marked, empty lines are passed over. */
public final class RowLines implements Iterator<RowLines.Line> {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream body;
    private final int longest;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int filled;
    private int number;
    private @Nullable Line next;

    /** @param longest bytes of a line that are kept */
    public RowLines(InputStream body, int longest) {
        this.body = body;
        this.longest = longest;
    }

    /** A line with its 1-based number. */
    public record Line(int number, byte[] bytes, boolean tooLong) {

        private boolean isBlank() {
            for (byte each : bytes) {
                if (each != ' ' && each != '\t' && each != '\r') {
                    return false;
                }
            }
            return true;
        }
    }

    @Override
    public boolean hasNext() {
        while (next == null && more()) {
            Line line = read();
            next = line.isBlank() ? null : line;
        }
        return next != null;
    }

    @Override
    public Line next() {
        Line line = hasNext() ? next : null;
        if (line == null) {
            throw new NoSuchElementException();
        }
        next = null;
        return line;
    }

    private Line read() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean tooLong = false;
        boolean ended = false;
        while (!ended && more()) {
            int end = position;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            int room = Math.min(end - position, longest - line.size());
            tooLong |= room < end - position;
            line.write(buffer, position, room);
            ended = end < filled;
            position = ended ? end + 1 : end;
        }
        number++;
        return new Line(number, number == 1 ? unmarked(line.toByteArray()) : line.toByteArray(), tooLong);
    }

    private boolean more() {
        if (position < filled) {
            return true;
        }
        try {
            filled = body.read(buffer);
            position = 0;
            return filled > 0;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static byte[] unmarked(byte[] bytes) {
        boolean marked = bytes.length >= BYTE_ORDER_MARK.length
                && Arrays.equals(bytes, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
        return marked ? Arrays.copyOfRange(bytes, BYTE_ORDER_MARK.length, bytes.length) : bytes;
    }
}
