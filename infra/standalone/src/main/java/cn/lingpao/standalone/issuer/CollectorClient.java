package cn.lingpao.standalone.issuer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A program that collects, with its client credentials. */
public record CollectorClient(String name, String secret) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Set<String> TAKEN = Set.of(Clients.CLI, Clients.PORTAL);

    /**
     * Reads {@code name:secret,…}.
     *
     * @throws IllegalArgumentException with a sentence for the operator, which quotes no secret
     */
    public static List<CollectorClient> read(String text) {
        List<CollectorClient> clients = new ArrayList<>();
        Set<String> names = new HashSet<>(TAKEN);
        for (String entry : Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList()) {
            String[] parts = entry.split(":", 2);
            if (parts.length < 2 || !NAME.matcher(parts[0]).matches() || parts[1].isBlank()) {
                throw new IllegalArgumentException("'" + parts[0]
                        + "' is no collector: write name:secret, the name in small letters, digits and hyphens");
            }
            if (!names.add(parts[0])) {
                throw new IllegalArgumentException("the client '" + parts[0] + "' is there already");
            }
            clients.add(new CollectorClient(parts[0], parts[1]));
        }
        return clients;
    }
}
