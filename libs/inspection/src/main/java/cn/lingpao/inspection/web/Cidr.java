package cn.lingpao.inspection.web;

import java.net.InetAddress;
import java.util.regex.Pattern;

/** A range of addresses, for example {@code 127.0.0.0/8} or {@code fd00::/8}. */
public record Cidr(InetAddress network, int prefix) {

    /** Four numbers, since shorter forms are read in more than one way: 10.1 is 10.0.0.1 to some. */
    private static final Pattern LITERAL =
            Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    /** @throws IllegalArgumentException with the reason, when this is not a range; a single address is a range of one */
    public static Cidr parse(String text) {
        String[] parts = text.strip().split("/", -1);
        InetAddress network = address(parts[0], text);
        int longest = network.getAddress().length * 8;
        if (parts.length > 2 || parts.length == 2 && !parts[1].matches("\\d{1,3}")) {
            throw new IllegalArgumentException("'" + text + "' is not ADDRESS/PREFIX, for example 127.0.0.0/8");
        }
        int prefix = parts.length == 1 ? longest : Integer.parseInt(parts[1]);
        if (prefix > longest) {
            throw new IllegalArgumentException("'" + text + "' has a prefix longer than " + longest + " bits");
        }
        return new Cidr(network, prefix);
    }

    private static InetAddress address(String literal, String text) {
        try {
            if (LITERAL.matcher(literal).matches()) {
                return InetAddress.ofLiteral(literal);
            }
        } catch (IllegalArgumentException notOne) {
            // told below
        }
        throw new IllegalArgumentException("'" + text + "' does not begin with an IP address");
    }

    /** Whether the address lies in this range; an address of the other family never does. */
    public boolean contains(InetAddress address) {
        byte[] mine = network.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit += 8) {
            int significant = Math.min(8, prefix - bit);
            int mask = 0xFF << (8 - significant) & 0xFF;
            if ((mine[bit / 8] & mask) != (other[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return network.getHostAddress() + "/" + prefix;
    }
}
