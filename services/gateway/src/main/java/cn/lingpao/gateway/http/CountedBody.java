package cn.lingpao.gateway.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** A request body that ends with {@link BodyTooLarge} as soon as it grows over the limit; it holds nothing back. */
final class CountedBody extends ServletInputStream {

    private final ServletInputStream body;
    private final long limit;
    private long count;
    private boolean gone;

    CountedBody(ServletInputStream body, long limit) {
        this.body = body;
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) == -1 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = readOrGone(bytes, offset, length);
        count += Math.max(0, read);
        if (count > limit) {
            throw new BodyTooLarge(limit);
        }
        return read;
    }

    private int readOrGone(byte[] bytes, int offset, int length) throws IOException {
        try {
            return body.read(bytes, offset, length);
        } catch (IOException e) {
            gone = true;
            throw new ClientGone(e);
        }
    }

    /** Whether the client stopped sending before the end. */
    boolean gone() {
        return gone;
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        body.setReadListener(listener);
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
