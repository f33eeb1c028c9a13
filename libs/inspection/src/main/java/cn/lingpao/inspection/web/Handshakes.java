package cn.lingpao.inspection.web;

import cn.lingpao.inspection.Cause;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.stream.Collectors;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** Looks at a host below HTTP: its certificate, its IPv6 address. */
final class Handshakes {

    private final Line line;
    private final Visit.Means means;

    Handshakes(Line line, Visit.Means means) {
        this.line = line;
        this.means = means;
    }

    TlsReport tls(String written, int port) {
        String host = unbracketed(written);
        URI about = about("https", host, port);
        return means.turns()
                .take(Turns.key(about), () -> handshake(host, port, about))
                .orElseGet(() -> new TlsReport(
                        host,
                        port,
                        false,
                        "it was not our turn at this host in time",
                        Cause.RATE_LIMITED,
                        "",
                        List.of(),
                        null,
                        means.turns().wish(Turns.key(about))));
    }

    private TlsReport handshake(String host, int port, URI about) {
        Deadline deadline = Deadline.in(means.limits().probe());
        Certificates.Judge judge = line.judge();
        String protocol = "";
        Faults.Fault fault = null;
        boolean connected = false;
        try (Socket plain = line.connect(
                line.allowed(host, deadline.left()), port, means.limits().connect(), deadline)) {
            connected = true;
            ScheduledFuture<?> guard = deadline.guard(plain);
            try (SSLSocket secure = line.secured(plain, host, port, judge)) {
                protocol = secure.getSession().getProtocol();
            } finally {
                guard.cancel(false);
            }
        } catch (IOException failure) {
            fault = protocol.isEmpty() ? Faults.of(failure, deadline, connected) : null;
        }
        return report(about, host, port, judge, protocol, fault);
    }

    private TlsReport report(
            URI about, String host, int port, Certificates.Judge judge, String protocol, Faults.@Nullable Fault fault) {
        Cause cause = fault != null ? fault.cause() : judge.fault().isEmpty() ? null : Cause.TLS;
        String reason = fault != null ? fault.detail() : judge.fault();
        X509Certificate leaf = judge.chain().isEmpty() ? null : judge.chain().getFirst();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("host", host);
        facts.put("port", String.valueOf(port));
        facts.put("protocol", protocol);
        facts.put("verdict", cause == null ? "valid" : cause.id() + ": " + reason);
        judge.chain().forEach(certificate -> facts.put("certificate-" + facts.size(), encoded(certificate)));
        String evidence = means.records().note(about, means.clock().instant(), facts);
        List<String> names = leaf == null ? List.of() : Certificates.names(leaf);
        Instant notAfter = leaf == null ? null : leaf.getNotAfter().toInstant();
        return new TlsReport(host, port, cause == null, reason, cause, protocol, names, notAfter, evidence);
    }

    private static String encoded(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (CertificateEncodingException unreadable) {
            return "";
        }
    }

    Ipv6Report ipv6(String written, int port) {
        String host = unbracketed(written);
        URI about = about("http", host, port);
        return means.turns()
                .take(Turns.key(about), () -> connection(host, port, about))
                .orElseGet(() -> new Ipv6Report(
                        List.of(),
                        false,
                        Cause.RATE_LIMITED,
                        "it was not our turn at this host in time",
                        means.turns().wish(Turns.key(about))));
    }

    private Ipv6Report connection(String host, int port, URI about) {
        Deadline deadline = Deadline.in(means.limits().probe());
        List<InetAddress> found = List.of();
        Cause cause = null;
        String detail;
        boolean connected = false;
        try {
            found = line.addresses(host, deadline.left()).stream()
                    .filter(Inet6Address.class::isInstance)
                    .toList();
            cause = hindrance(found);
            detail = found.isEmpty() ? "no AAAA record" : "AAAA " + texts(found);
            if (cause == null && !found.isEmpty()) {
                line.connect(permitted(found), port, means.limits().connect(), deadline)
                        .close();
                connected = true;
            } else if (cause == Cause.NO_IPV6) {
                detail = "this machine has no IPv6" + (found.isEmpty() ? "" : "; " + detail);
            }
        } catch (IOException failure) {
            Faults.Fault fault = Faults.of(failure, deadline, false);
            cause = fault.cause();
            detail = fault.detail();
        }
        String evidence = means.records()
                .note(
                        about,
                        means.clock().instant(),
                        Map.of("host", host, "ipv6", detail, "connected", String.valueOf(connected)));
        return new Ipv6Report(texts(found), connected, cause, detail, evidence);
    }

    private List<InetAddress> permitted(List<InetAddress> addresses) {
        return addresses.stream()
                .filter(address -> line.rule().refusal(address).isEmpty())
                .toList();
    }

    /** Why nothing can be said about these addresses from here. */
    private @Nullable Cause hindrance(List<InetAddress> found) {
        boolean isInternal = !found.isEmpty() && permitted(found).isEmpty();
        if (isInternal) {
            return Cause.INTERNAL_ADDRESS;
        }
        boolean isNear = !found.isEmpty() && found.stream().allMatch(InetAddress::isLoopbackAddress);
        return isNear || hasIpv6() ? null : Cause.NO_IPV6;
    }

    private static boolean hasIpv6() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .anyMatch(address -> address instanceof Inet6Address && (address.getAddress()[0] & 0xE0) == 0x20);
        } catch (SocketException unknown) {
            return false;
        }
    }

    private static List<String> texts(List<InetAddress> addresses) {
        return addresses.stream().map(InetAddress::getHostAddress).collect(Collectors.toList());
    }

    private static String unbracketed(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    private static URI about(String scheme, String host, int port) {
        String literal = host.contains(":") ? "[" + host + "]" : host;
        return URI.create(scheme + "://" + literal + ":" + port + "/");
    }
}
