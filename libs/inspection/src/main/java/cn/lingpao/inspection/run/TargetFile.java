package cn.lingpao.inspection.run;

import cn.lingpao.inspection.Subject;
import cn.lingpao.inspection.run.Assignment.Channel;
import cn.lingpao.inspection.web.WebAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CSV of targets. The header needs {@code id} or {@code target}, and {@code channels}
 * ({@code kind=url|kind=url}) or {@code url} with an optional {@code channel}; {@code division_code} is optional.
 *
 * @param assignments in the order of the file, rows of one target put together
 * @param notices what a person should know, in sentences
 * @param faults rows that could not be used, each with its line and reason
 */
public record TargetFile(List<Assignment> assignments, List<String> notices, List<String> faults) {

    private static final int LONGEST_ID = 200;

    /** @throws IllegalArgumentException with the reason, when the file as a whole cannot be used */
    public static TargetFile parse(byte[] bytes) {
        return new Reading(Table.parse(bytes)).result();
    }

    private static final class Reading {

        private final Table table;
        private final Map<String, Map<String, Channel>> channels = new LinkedHashMap<>();
        private final Map<String, String> divisions = new LinkedHashMap<>();
        private final List<String> notices = new ArrayList<>();
        private final List<String> faults = new ArrayList<>();

        Reading(Table table) {
            this.table = table;
            table.needOneOf("id", "target");
            table.needOneOf("channels", "url");
            notices.addAll(table.notices());
            table.rows().forEach(this::row);
        }

        TargetFile result() {
            faults.addAll(0, table.faults());
            List<Assignment> assignments = channels.entrySet().stream()
                    .map(target -> new Assignment(
                            target.getKey(),
                            divisions.get(target.getKey()),
                            List.copyOf(target.getValue().values())))
                    .toList();
            return new TargetFile(assignments, List.copyOf(notices), List.copyOf(faults));
        }

        private void row(Table.Row row) {
            String target = row.first("id", "target");
            if (target.isEmpty()) {
                fault(row, "no target id");
            } else if (target.length() > LONGEST_ID || target.chars().anyMatch(Character::isISOControl)) {
                fault(row, "the target id is longer than " + LONGEST_ID + " characters or has control characters");
            } else {
                String broken = row.fault().isEmpty() ? brokenAddress(row) : row.fault();
                String doubt = broken.isEmpty() ? divisionFault(row, target) : broken;
                if (!doubt.isEmpty()) {
                    fault(row, target + ": " + doubt);
                }
                listed(row, target, doubt);
            }
        }

        /** An address goes over the end of its line only where a quotation mark is missing. */
        private static String brokenAddress(Table.Row row) {
            return row.first("url").matches("(?s).*[\\r\\n].*") ? "the address has a line break in it" : "";
        }

        /** Why the division of a row cannot be its target's; empty when it can. */
        private String divisionFault(Table.Row row, String target) {
            String division = row.first("division_code");
            if (!division.isEmpty() && !division.matches("\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}")) {
                return "the division code '" + division + "' is not digits of GB/T 2260";
            }
            String earlier = division.isEmpty() ? null : divisions.putIfAbsent(target, division);
            return earlier == null || earlier.equals(division)
                    ? ""
                    : "the division code " + division + " contradicts " + earlier + " of an earlier row";
        }

        private void listed(Table.Row row, String target, String doubt) {
            String list = row.first("channels");
            String url = row.first("url");
            if (list.isEmpty() && url.isEmpty()) {
                notices.add("line " + row.line() + ": " + target + " has no channel");
                return;
            }
            if (!url.isEmpty()) {
                String kind = row.first("channel");
                add(row, target, kind.isEmpty() ? "portal" : kind, url, doubt);
            }
            for (String entry : list.split("[|\\n]")) {
                if (!entry.isBlank()) {
                    entry(row, target, entry.strip(), doubt);
                }
            }
        }

        private void entry(Table.Row row, String target, String entry, String doubt) {
            int equals = entry.indexOf('=');
            String kind = equals < 0 ? "" : entry.substring(0, equals).strip();
            if (equals < 0 || kind.contains("://")) {
                add(row, target, "portal", entry, doubt);
            } else if (kind.isEmpty()) {
                fault(row, target + ": '" + entry + "' names no kind of channel");
            } else {
                add(row, target, kind, entry.substring(equals + 1).strip(), doubt);
            }
        }

        private void add(Table.Row row, String target, String kind, String written, String doubt) {
            Map<String, Channel> known = channels.computeIfAbsent(target, unseen -> new LinkedHashMap<>());
            if (known.values().stream()
                    .anyMatch(channel ->
                            channel.kind().equals(kind) && channel.written().equals(written))) {
                if (doubt.isEmpty()) {
                    notices.add("line " + row.line() + ": " + target + " lists " + kind + "=" + written
                            + " again; once is enough");
                }
                return;
            }
            String id = kind;
            for (int next = 2; known.containsKey(id); next++) {
                id = kind + "-" + next;
            }
            Channel channel = doubt.isEmpty()
                    ? channel(target, id, kind, written)
                    : new Channel(id, kind, written, Optional.empty(), "in a faulty row: " + doubt);
            known.put(id, channel);
            if (doubt.isEmpty() && !channel.fault().isEmpty()) {
                fault(row, target + " " + id + ": " + channel.told());
            }
        }

        private Channel channel(String target, String id, String kind, String written) {
            Optional<String> fault = WebAddress.fault(written);
            Optional<Subject> subject = WebAddress.of(written).map(url -> subject(target, id, kind, url));
            return new Channel(id, kind, written, subject, fault.orElse(""));
        }

        private Subject subject(String target, String id, String kind, URI url) {
            @Nullable String division = divisions.get(target);
            return new Subject(target, division, id, kind, url);
        }

        private void fault(Table.Row row, String reason) {
            faults.add("line " + row.line() + ": " + reason);
        }
    }
}
