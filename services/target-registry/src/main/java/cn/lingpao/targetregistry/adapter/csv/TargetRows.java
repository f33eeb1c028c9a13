package cn.lingpao.targetregistry.adapter.csv;

import cn.lingpao.targetregistry.application.TargetTable.Broken;
import cn.lingpao.targetregistry.application.TargetTable.Described;
import cn.lingpao.targetregistry.application.TargetTable.Row;
import cn.lingpao.targetregistry.domain.Channel;
import cn.lingpao.targetregistry.domain.ChannelKind;
import cn.lingpao.targetregistry.domain.Fault;
import cn.lingpao.targetregistry.domain.Name;
import cn.lingpao.targetregistry.domain.TargetDetails;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads rows under a known header. */
class TargetRows {

    private final List<String> header;

    TargetRows(List<String> header) {
        this.header = header;
    }

    Row read(CsvRecord row) {
        int line = Math.toIntExact(row.getStartingLineNumber());
        if (row.getFieldCount() != header.size()) {
            String id = header.indexOf("id") < row.getFieldCount() ? field(row, "id") : "";
            return new Broken(
                    line,
                    id,
                    List.of(Fault.of(
                            "",
                            "wrong-column-count",
                            row.getFieldCount() + " fields stand under " + header.size() + " columns.")));
        }
        String id = field(row, "id");
        List<Fault> faults = new ArrayList<>();
        if (id.isEmpty()) {
            faults.add(Fault.of("id", "missing-value", "'id' is empty."));
        }
        List<Channel> channels = channels(field(row, "channels"), faults);
        if (!faults.isEmpty()) {
            return new Broken(line, id, faults);
        }
        String zh = field(row, "name");
        String en = field(row, "name_en");
        String division = field(row, "division_code");
        Set<String> marks = new TreeSet<>(parts(field(row, "marks")));
        return new Described(
                line,
                id,
                new TargetDetails(
                        new Name(zh, en.isEmpty() ? zh : en),
                        division.isEmpty() ? null : division,
                        field(row, "group"),
                        marks,
                        Channel.numbered(channels)));
    }

    private static List<Channel> channels(String field, List<Fault> faults) {
        List<Channel> channels = new ArrayList<>();
        for (String part : parts(field)) {
            int equals = part.indexOf('=');
            String word = equals < 0 ? part : part.substring(0, equals).strip();
            String url = equals < 0 ? "" : part.substring(equals + 1).strip();
            Optional<ChannelKind> kind = ChannelKind.named(word);
            if (kind.isEmpty()) {
                faults.add(Fault.of(
                        "channels",
                        "unknown-channel-kind",
                        "'" + word + "' is none of "
                                + String.join(
                                        ", ",
                                        Arrays.stream(ChannelKind.values())
                                                .map(ChannelKind::word)
                                                .toList())
                                + "."));
            } else {
                channels.add(new Channel(kind.get().word(), kind.get(), url.isEmpty() ? null : url));
            }
        }
        return channels;
    }

    private static List<String> parts(String field) {
        return Arrays.stream(field.split("\\|"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private String field(CsvRecord row, String column) {
        return row.getField(header.indexOf(column)).strip();
    }
}
