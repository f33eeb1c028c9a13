package cn.lingpao.datacollection.adapter.http;

import cn.lingpao.datacollection.domain.evidence.Sha256;
import cn.lingpao.servicesupport.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The hashes that a sender claims for what he sends: in the path, in {@code ?sha256=}, in {@code Content-Digest} or
 * {@code Repr-Digest} (RFC 9530), or in the older {@code Digest} (RFC 3230). SHA-256 only.
 */
final class Claims {

    private static final List<String> HEADERS = List.of("Content-Digest", "Repr-Digest", "Digest");

    private final List<Sha256> claims = new ArrayList<>();

    static Claims of(HttpServletRequest request, @Nullable String inPath, @Nullable String inQuery) {
        Claims claims = new Claims();
        for (String hex : new String[] {inPath, inQuery}) {
            if (hex != null) {
                claims.claims.add(
                        Sha256.read(hex).orElseThrow(() -> wrong("'" + hex + "' is not 64 hexadecimal digits")));
            }
        }
        for (String header : HEADERS) {
            Collections.list(request.getHeaders(header)).forEach(value -> claims.add(header, value));
        }
        return claims;
    }

    private void add(String header, String value) {
        boolean found = false;
        for (String member : value.split(",")) {
            int equals = member.indexOf('=');
            String algorithm =
                    equals < 0 ? "" : member.substring(0, equals).strip().toLowerCase(Locale.ROOT);
            if (algorithm.equals("sha-256")) {
                claims.add(decoded(
                        header, member.substring(equals + 1).split(";", 2)[0].strip()));
                found = true;
            }
        }
        if (!found) {
            throw wrong(header + " names no sha-256: send sha-256=:<base64>:");
        }
    }

    private static Sha256 decoded(String header, String text) {
        boolean field = text.length() > 1 && text.startsWith(":") && text.endsWith(":");
        try {
            return Sha256.of(Base64.getDecoder().decode(field ? text.substring(1, text.length() - 1) : text));
        } catch (IllegalArgumentException unreadable) {
            throw wrong(header + ": '" + text + "' is not a SHA-256 in base64");
        }
    }

    /** The first claim that is another hash than the bytes have. */
    Optional<Sha256> contradicting(Sha256 computed) {
        return claims.stream().filter(claim -> !claim.equals(computed)).findFirst();
    }

    private static Refusal wrong(String reason) {
        return new Refusal(HttpStatus.BAD_REQUEST, "wrong-hash", reason);
    }
}
