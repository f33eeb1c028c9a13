package cn.lingpao.servicesupport.rows;

import cn.lingpao.servicesupport.BodyTooLarge;
import cn.lingpao.servicesupport.Refusal;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.springframework.http.HttpStatus;

/**
 * A body as its sender wrote it, unfolded when it came as gzip. What it is, its first two bytes say, whatever a header
 * says; a body that unfolds to more than its limit is too large.
 */
public final class UnfoldedBody extends FilterInputStream {

    private static final int FIRST = 0x1f;
    private static final int SECOND = 0x8b;

    private final long most;
    private long left;

    private UnfoldedBody(InputStream body, long most) {
        super(body);
        this.most = most;
        this.left = most;
    }

    /** @param most bytes that a folded body may unfold to */
    public static InputStream of(InputStream body, long most) throws IOException {
        InputStream plain = new BufferedInputStream(body);
        plain.mark(2);
        boolean folded = plain.read() == FIRST && plain.read() == SECOND;
        plain.reset();
        if (!folded) {
            return plain;
        }
        try {
            return new UnfoldedBody(new GZIPInputStream(plain), most);
        } catch (ZipException | EOFException broken) {
            throw refusal(broken);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            int read = super.read(into, offset, length);
            left -= Math.max(read, 0);
            if (left < 0) {
                throw new BodyTooLarge(most);
            }
            return read;
        } catch (ZipException | EOFException broken) {
            throw refusal(broken);
        }
    }

    private static Refusal refusal(IOException broken) {
        return new Refusal(
                HttpStatus.BAD_REQUEST,
                "broken-gzip",
                "the gzip body cannot be unfolded to its end (%s); send it whole again, what was taken in is recognised"
                        .formatted(broken.getMessage()));
    }
}
