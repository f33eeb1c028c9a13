package cn.lingpao.inspection.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host name. */
@FunctionalInterface
public interface Names {

    /** Every address of the host, IPv4 and IPv6. */
    List<InetAddress> addresses(String host) throws UnknownHostException;

    /** The resolver of this machine. */
    static Names ofThisMachine() {
        return host -> List.of(InetAddress.getAllByName(host));
    }
}
