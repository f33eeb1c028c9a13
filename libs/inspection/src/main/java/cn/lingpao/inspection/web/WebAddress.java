package cn.lingpao.inspection.web;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.internal.StringUtil;

/** Reads addresses as the web writes them: with spaces, Chinese letters and names that {@link URI} alone would refuse. */
public final class WebAddress {

    private static final int LONGEST = 4096;
    private static final Pattern PARTS = Pattern.compile("(?i)(https?)://([^/?#]*)([^?#]*)(\\?[^#]*)?(#.*)?");
    private static final Pattern CREDENTIALS = Pattern.compile("(?i)^(https?:)?[/\\\\]{2}[^/\\\\?#]*@");
    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9_-]+\\.)*[A-Za-z0-9_-]+\\.?|\\[[0-9A-Fa-f:.]+]");
    private static final Pattern NUMERIC = Pattern.compile("(.*\\.)?(\\d+|0[xX][0-9a-fA-F]*)\\.?");
    private static final Pattern IPV4 = Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");
    /** Ports that no web page is served on; browsers refuse them too (Fetch standard, "bad port"). */
    private static final Set<Integer> BAD_PORTS = Set.of(
            1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104,
            109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515,
            526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049,
            3659, 4045, 4190, 5060, 5061, 6000, 6379, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080);

    private WebAddress() {}

    /** An absolute http or https address without fragment and credentials. */
    public static Optional<URI> of(String text) {
        return fault(text).isPresent() ? Optional.empty() : Optional.of(normal(text));
    }

    /** Why this is no address that can be visited; empty when it is one. */
    public static Optional<String> fault(String text) {
        String address = cleaned(text);
        Matcher parts = PARTS.matcher(address);
        if (address.length() > LONGEST) {
            return Optional.of("longer than " + LONGEST + " characters");
        }
        if (!parts.matches()) {
            return Optional.of("not an http or https address");
        }
        if (parts.group(2).contains("@")) {
            return Optional.of("one with a user name");
        }
        String host = hostOf(parts.group(2));
        if (!HOST.matcher(host).matches()) {
            return Optional.of("without a valid host name");
        }
        if (NUMERIC.matcher(host).matches() && !IPV4.matcher(host).matches()) {
            return Optional.of("no valid numeric address");
        }
        return portFault(parts.group(2));
    }

    /** What a reference on a page leads to, or nothing when that is no web page. */
    public static Optional<URI> resolve(URI base, String reference) {
        if (CREDENTIALS.matcher(cleaned(reference)).find()) {
            return Optional.empty();
        }
        try {
            return of(StringUtil.resolve(base.toString(), cleaned(reference)));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    static int port(URI url) {
        return url.getPort() >= 0 ? url.getPort() : isHttps(url) ? 443 : 80;
    }

    static boolean isHttps(URI url) {
        return "https".equals(url.getScheme());
    }

    /** The host of a normal address, without the brackets of IPv6. */
    static String host(URI url) {
        String host = hostOf(url.getRawAuthority());
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static URI normal(String text) {
        Matcher parts = PARTS.matcher(cleaned(text));
        if (!parts.matches()) {
            throw new IllegalArgumentException(text);
        }
        String scheme = parts.group(1).toLowerCase(Locale.ROOT);
        String host = hostOf(parts.group(2));
        String port = portOf(parts.group(2));
        boolean usual = port.isEmpty() || port.equals(scheme.equals("http") ? "80" : "443");
        String path = parts.group(3).isEmpty() ? "/" : parts.group(3);
        String query = parts.group(4) == null ? "" : parts.group(4);
        try {
            URI address = new URI(scheme + "://" + host + (usual ? "" : ":" + port) + escaped(path) + escaped(query));
            return address.getRawPath().contains("/.") ? address.normalize() : address;
        } catch (URISyntaxException impossible) {
            throw new IllegalArgumentException(text, impossible);
        }
    }

    private static String cleaned(String text) {
        return text.strip().replaceAll("[\\t\\r\\n]", "").replaceAll("\\p{Cntrl}", "");
    }

    private static String hostOf(String authority) {
        String host = authority.replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT);
        try {
            return host.startsWith("[") ? host : OddAddress.plain(IDN.toASCII(host, IDN.ALLOW_UNASSIGNED));
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }

    private static String portOf(String authority) {
        Matcher port = Pattern.compile(":(\\d*)$").matcher(authority);
        return port.find() ? port.group(1).replaceFirst("^0+(?=\\d)", "") : "";
    }

    private static Optional<String> portFault(String authority) {
        String port = portOf(authority);
        if (port.isEmpty()) {
            return Optional.empty();
        }
        if (port.length() > 5 || Integer.parseInt(port) > 65535 || Integer.parseInt(port) == 0) {
            return Optional.of("one with port " + port + ", which does not exist");
        }
        return BAD_PORTS.contains(Integer.parseInt(port))
                ? Optional.of("one with port " + port + ", which is none of web pages")
                : Optional.empty();
    }

    /** Percent-encodes what must not stand in an address, and nothing else. */
    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int index = 0; index < bytes.length; index++) {
            int character = bytes[index] & 0xFF;
            boolean encoded =
                    character == '%' && index + 2 < bytes.length && isHex(bytes[index + 1]) && isHex(bytes[index + 2]);
            if (encoded || character > 0x20 && character < 0x7F && "\"<>\\^`{|}%[]".indexOf(character) < 0) {
                safe.append((char) character);
            } else {
                safe.append('%').append(String.format("%02X", character));
            }
        }
        return safe.toString();
    }

    private static boolean isHex(byte character) {
        return Character.digit(character, 16) >= 0;
    }
}
