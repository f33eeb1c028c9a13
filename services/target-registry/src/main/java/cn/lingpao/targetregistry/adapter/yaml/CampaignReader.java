package cn.lingpao.targetregistry.adapter.yaml;

import cn.lingpao.targetregistry.application.CampaignLanguage.Position;
import cn.lingpao.targetregistry.application.CampaignLanguage.Valid;
import cn.lingpao.targetregistry.domain.CampaignDefinition;
import cn.lingpao.targetregistry.domain.CampaignDefinition.Group;
import cn.lingpao.targetregistry.domain.CampaignDefinition.Phase;
import cn.lingpao.targetregistry.domain.CampaignDefinition.PhaseId;
import cn.lingpao.targetregistry.domain.CampaignDefinition.RankedList;
import cn.lingpao.targetregistry.domain.CampaignDefinition.TimeBasis;
import cn.lingpao.targetregistry.domain.Name;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Turns the keys of a campaign file into a definition. */
class CampaignReader {

    private static final List<String> KEYS = List.of(
            "id", "name", "framework", "invented", "time", "phases", "groups", "lists", "collection", "sampling");
    private static final List<String> PHASES =
            Arrays.stream(PhaseId.values()).map(PhaseId::word).toList();

    private final Mapping file;

    CampaignReader(Mapping file) {
        this.file = file;
    }

    /** The definition; it holds only when no fault was noted. */
    Valid read() {
        file.allow(KEYS);
        String id = file.id("id");
        Name name = file.name("name");
        String framework = file.text("framework");
        String invented = file.has("invented") ? file.word("invented", List.of("true", "false")) : null;
        String time = file.has("time") ? file.word("time", List.of("live", "recorded")) : null;
        List<Phase> phases = phases();
        List<Group> groups = groups();
        Map<String, Position> positions = new HashMap<>(file.positions());
        CollectionReader collection = new CollectionReader(file, positions);
        SamplingReader sampling = new SamplingReader(file, positions);
        CampaignDefinition definition = new CampaignDefinition(
                id,
                name,
                framework,
                "true".equals(invented),
                time == null ? TimeBasis.LIVE : TimeBasis.valueOf(time.toUpperCase(Locale.ROOT)),
                phases,
                groups,
                lists(groups),
                collection.read(phases),
                sampling.read(id));
        return new Valid(definition, positions);
    }

    private List<Phase> phases() {
        List<Phase> phases = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Mapping phase : file.mappings("phases")) {
            phase.allow(List.of("id", "name", "from", "to"));
            String word = phase.word("id", PHASES);
            unique(phase, word, seen);
            Name name = phase.name("name");
            LocalDate from = date(phase, "from");
            LocalDate to = date(phase, "to");
            if (from != null && to != null && to.isBefore(from)) {
                phase.note(
                        phase.node("to").orElse(null),
                        "to",
                        "reversed-phase",
                        "The phase ends on " + to + ", before it begins on " + from + ".");
            }
            if (word != null && from != null && to != null) {
                phases.add(
                        new Phase(PhaseId.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')), name, from, to));
            }
        }
        return phases;
    }

    private List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        file.required("groups");
        for (Mapping group : file.mappings("groups")) {
            group.allow(List.of("id", "name"));
            String id = group.id("id");
            unique(group, id, seen);
            groups.add(new Group(id, group.name("name")));
        }
        if (file.has("groups") && groups.isEmpty()) {
            file.note(file.node("groups").orElse(null), "groups", "no-group", "A campaign has at least one group.");
        }
        return groups;
    }

    private List<RankedList> lists(List<Group> groups) {
        List<RankedList> lists = new ArrayList<>();
        List<String> groupIds = groups.stream().map(Group::id).toList();
        Set<String> seen = new HashSet<>();
        file.required("lists");
        for (Mapping list : file.mappings("lists")) {
            list.allow(List.of("id", "name", "group", "where", "disclose"));
            String id = list.id("id");
            unique(list, id, seen);
            String group = list.text("group");
            if (!group.isEmpty() && !groupIds.contains(group)) {
                list.note(
                        list.node("group").orElse(null),
                        "group",
                        "unknown-group",
                        "'" + group + "' is no group of this campaign.");
            }
            String where = list.has("where") ? list.id("where") : null;
            lists.add(new RankedList(id, list.name("name"), group, where, top(list)));
        }
        return lists;
    }

    private static @Nullable Integer top(Mapping list) {
        Node disclose = list.required("disclose");
        if (disclose instanceof ScalarNode scalar && scalar.getValue().equals("all")) {
            return null;
        }
        if (disclose instanceof MappingNode mapping
                && mapping.getValue().size() == 1
                && mapping.getValue().getFirst().getKeyNode() instanceof ScalarNode key
                && mapping.getValue().getFirst().getValueNode() instanceof ScalarNode number
                && key.getValue().equals("top")
                && number.getValue().matches("[1-9][0-9]{0,5}")) {
            return Integer.valueOf(number.getValue());
        }
        if (disclose != null) {
            list.note(disclose, "disclose", "bad-disclosure", "Write 'all', or {top: N} with N from 1.");
        }
        return null;
    }

    static @Nullable LocalDate date(Mapping phase, String key) {
        String text = phase.text(key);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            phase.note(phase.node(key).orElse(null), key, "not-a-date", "'" + text + "' is no date like 2021-09-01.");
            return null;
        }
    }

    private static void unique(Mapping mapping, @Nullable String id, Set<String> seen) {
        if (id != null && !id.isEmpty() && !seen.add(id)) {
            mapping.note(mapping.node("id").orElse(null), "id", "duplicate-id", "'" + id + "' stands here twice.");
        }
    }
}
