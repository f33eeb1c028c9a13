package cn.lingpao.inspection.web;

import cn.lingpao.inspection.Cause;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Connects to a host: only to an address that was looked up, checked and found to be allowed. */
final class Line implements AutoCloseable {

    private static final int MOST_ADDRESSES = 3;

    private final Names names;
    private final AddressRule rule;
    private final Certificates certificates;
    /** Look-ups cannot be interrupted, so each has a thread that may be left behind. */
    private final ExecutorService lookUps = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("names-", 0).factory());

    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Line(Names names, AddressRule rule, Certificates certificates) {
        this.names = names;
        this.rule = rule;
        this.certificates = certificates;
    }

    /** A connection could not be made, for a reason of the fixed list. */
    static final class NoLine extends IOException {
        private static final long serialVersionUID = 1L;

        private final Cause cause;

        NoLine(Cause cause, String detail) {
            super(detail);
            this.cause = cause;
        }

        Cause why() {
            return cause;
        }
    }

    /** Every address of the host. */
    List<InetAddress> addresses(String host, Duration within) throws NoLine {
        Future<List<InetAddress>> lookUp = lookUps.submit(() -> names.addresses(host));
        try {
            List<InetAddress> found = lookUp.get(within.toMillis(), TimeUnit.MILLISECONDS);
            if (found.isEmpty()) {
                throw new NoLine(Cause.DNS, "the name " + host + " has no address");
            }
            return found;
        } catch (ExecutionException failure) {
            throw new NoLine(
                    Cause.DNS,
                    failure.getCause() instanceof UnknownHostException
                            ? "the name " + host + " is not known"
                            : "the name " + host + " cannot be looked up: " + failure.getCause());
        } catch (TimeoutException late) {
            lookUp.cancel(true);
            throw new NoLine(Cause.DNS, "looking up the name " + host + " took longer than " + seconds(within));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NoLine(Cause.NOT_TRIED, "the inspection was stopped");
        }
    }

    /** The addresses that may be connected to, IPv4 first. */
    List<InetAddress> allowed(String host, Duration within) throws NoLine {
        List<InetAddress> found = addresses(host, within);
        List<InetAddress> allowed = found.stream()
                .filter(address -> rule.refusal(address).isEmpty())
                .sorted(Comparator.comparing(address -> !(address instanceof Inet4Address)))
                .limit(MOST_ADDRESSES)
                .toList();
        if (allowed.isEmpty()) {
            throw new NoLine(
                    Cause.INTERNAL_ADDRESS,
                    host + ": " + rule.refusal(found.getFirst()).orElseThrow());
        }
        return allowed;
    }

    /** A connected socket; the caller closes it. */
    Socket connect(List<InetAddress> addresses, int port, Duration eachWithin, Deadline deadline) throws IOException {
        IOException last = new NoLine(Cause.TIMEOUT, "no time was left to connect");
        for (InetAddress address : addresses) {
            Socket socket = new Connection();
            try {
                long left = Math.min(eachWithin.toMillis(), deadline.left().toMillis());
                if (left <= 0) {
                    socket.close();
                    break;
                }
                socket.connect(new InetSocketAddress(address, port), (int) left);
                socket.setTcpNoDelay(true);
                return socket;
            } catch (IOException failure) {
                socket.close();
                last = failure;
            }
        }
        throw last;
    }

    /** Speaks TLS; the certificate is judged, not enforced. */
    SSLSocket secured(Socket plain, URI url, Certificates.Judge judge) throws IOException {
        return secured(plain, WebAddress.host(url), WebAddress.port(url), judge);
    }

    SSLSocket secured(Socket plain, String host, int port, Certificates.Judge judge) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, judge.asManagers(), null);
            SSLSocket secure = (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true);
            SSLParameters parameters = secure.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secure.setSSLParameters(parameters);
            secure.startHandshake();
            return secure;
        } catch (GeneralSecurityException broken) {
            throw new SSLException(broken);
        }
    }

    /** Breaks off every connection, and makes no more. */
    @Override
    public void close() {
        closed = true;
        connections.forEach(Deadline::closeQuietly);
    }

    /** Known here as long as it is open. */
    private final class Connection extends Socket {

        Connection() throws NoLine {
            connections.add(this);
            if (closed) {
                connections.remove(this);
                throw new NoLine(Cause.NOT_TRIED, "the inspection was stopped");
            }
        }

        @Override
        public void close() throws IOException {
            connections.remove(this);
            super.close();
        }
    }

    Certificates.Judge judge() {
        return certificates.judge();
    }

    AddressRule rule() {
        return rule;
    }

    private static String seconds(Duration time) {
        return time.toMillis() / 1000.0 + " s";
    }
}
