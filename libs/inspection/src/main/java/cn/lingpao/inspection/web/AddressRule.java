package cn.lingpao.inspection.web;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which addresses may be connected to: those of the public internet, and the ranges somebody opened.
 * The ranges are the special-purpose registries of IANA (RFC 6890 and what followed).
 */
public final class AddressRule {

    private static final List<Cidr> CLOSED = ranges(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "2620:4f:8000::/48",
            "3fff::/20");
    private static final Cidr GLOBAL_UNICAST = Cidr.parse("2000::/3");
    private static final Cidr NAT64 = Cidr.parse("64:ff9b::/96");

    private final List<Cidr> opened;

    /** @param opened ranges that may be visited although they are internal */
    public AddressRule(List<Cidr> opened) {
        this.opened = List.copyOf(opened);
    }

    /** Why this address may not be connected to; empty when it may. */
    public Optional<String> refusal(InetAddress address) {
        if (opened.stream().anyMatch(range -> range.contains(address)) || isPublic(address)) {
            return Optional.empty();
        }
        return Optional.of(address.getHostAddress() + " is an internal or reserved address");
    }

    private static boolean isPublic(InetAddress address) {
        if (CLOSED.stream().anyMatch(range -> range.contains(address))) {
            return false;
        }
        if (address instanceof Inet4Address || GLOBAL_UNICAST.contains(address)) {
            return true;
        }
        return NAT64.contains(address) && isPublic(embedded(address));
    }

    private static InetAddress embedded(InetAddress translated) {
        byte[] bytes = translated.getAddress();
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, bytes.length - 4, bytes.length));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<Cidr> ranges(String... texts) {
        return Stream.of(texts).map(Cidr::parse).toList();
    }
}
