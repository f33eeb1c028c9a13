package cn.lingpao.inspection.web;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;

/** A connected socket, plain or TLS, that keeps what went over it; it takes no more than it may. */
final class RecordingSocket extends Socket {

    private final Socket connected;
    private final InputStream in;
    private final OutputStream out;
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();

    /** More came than is taken. */
    static final class Overflow extends IOException {
        private static final long serialVersionUID = 1L;

        Overflow(int limit) {
            super("more than " + limit + " bytes");
        }
    }

    RecordingSocket(Socket connected, int limit) throws IOException {
        this.connected = connected;
        this.in = new Received(connected.getInputStream(), limit);
        this.out = new Sent(connected.getOutputStream());
    }

    byte[] sent() {
        return sent.toByteArray();
    }

    byte[] received() {
        return received.toByteArray();
    }

    @Override
    public InputStream getInputStream() {
        return in;
    }

    @Override
    public OutputStream getOutputStream() {
        return out;
    }

    @Override
    public InetAddress getInetAddress() {
        return connected.getInetAddress();
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return connected.getRemoteSocketAddress();
    }

    @Override
    public void setSoTimeout(int milliseconds) throws SocketException {
        connected.setSoTimeout(milliseconds);
    }

    @Override
    public int getSoTimeout() throws SocketException {
        return connected.getSoTimeout();
    }

    @Override
    public boolean isConnected() {
        return connected.isConnected();
    }

    @Override
    public boolean isClosed() {
        return connected.isClosed();
    }

    @Override
    public void close() throws IOException {
        connected.close();
    }

    private final class Received extends FilterInputStream {
        private final int limit;

        Received(InputStream source, int limit) {
            super(source);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            if (count > 0) {
                received.write(buffer, offset, count);
                if (received.size() > limit) {
                    throw new Overflow(limit);
                }
            }
            return count;
        }
    }

    private final class Sent extends FilterOutputStream {
        Sent(OutputStream sink) {
            super(sink);
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] buffer, int offset, int length) throws IOException {
            out.write(buffer, offset, length);
            sent.write(buffer, offset, length);
        }
    }
}
