package cn.lingpao.targetregistry.adapter.yaml;

import cn.lingpao.targetregistry.application.CampaignLanguage.Position;
import cn.lingpao.targetregistry.domain.Fault;
import cn.lingpao.targetregistry.domain.IdShape;
import cn.lingpao.targetregistry.domain.Name;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A mapping of a YAML file, read key by key; what does not fit is noted as a fault with its place. */
class Mapping {

    private final MappingNode node;
    private final String path;
    private final List<Fault> faults;
    private final Map<String, Node> values = new LinkedHashMap<>();

    Mapping(MappingNode node, String path, List<Fault> faults) {
        this.node = node;
        this.path = path;
        this.faults = faults;
        for (NodeTuple tuple : node.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (values.putIfAbsent(key, tuple.getValueNode()) != null) {
                faults.add(fault(tuple.getKeyNode(), path(key), "duplicate-key", "'" + key + "' stands here twice."));
            }
        }
    }

    /** Notes every key that is not one of these. */
    void allow(Collection<String> known) {
        for (NodeTuple tuple : node.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (!known.contains(key)) {
                faults.add(fault(
                        tuple.getKeyNode(),
                        path(key),
                        "unknown-key",
                        "'" + key + "' is not known here; known are " + String.join(", ", known) + "."));
            }
        }
    }

    /** Where the values of the keys stand. */
    Map<String, Position> positions() {
        Map<String, Position> positions = new LinkedHashMap<>();
        values.forEach((key, value) -> positions.put(key, position(value)));
        return positions;
    }

    String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    Optional<Node> node(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** The text of a key; a fault and a blank when there is none. */
    String text(String key) {
        Node value = required(key);
        if (value == null) {
            return "";
        }
        if (value instanceof ScalarNode scalar
                && scalar.getTag() != Tag.NULL
                && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        note(value, key, "not-text", "'" + key + "' must be a text.");
        return "";
    }

    String id(String key) {
        String id = text(key);
        if (!id.isEmpty()) {
            IdShape.KEBAB
                    .check(path(key), id)
                    .ifPresent(fault -> note(values.get(key), key, fault.code(), fault.reason()));
        }
        return id;
    }

    Name name(String key) {
        Node value = required(key);
        if (!(value instanceof MappingNode mapping)) {
            if (value != null) {
                note(value, key, "not-a-name", "'" + key + "' is written {zh: 中文, en: English}.");
            }
            return new Name("", "");
        }
        Mapping name = new Mapping(mapping, path(key), faults);
        name.allow(Set.of("zh", "en"));
        return new Name(name.text("zh"), name.text("en"));
    }

    /** One of the words, in the case they are given; a fault and null otherwise. */
    @Nullable
    String word(String key, Collection<String> words) {
        String text = text(key);
        if (text.isEmpty() || words.contains(text)) {
            return text.isEmpty() ? null : text;
        }
        note(values.get(key), key, "unknown-word", "'" + text + "' is none of " + String.join(", ", words) + ".");
        return null;
    }

    /** The texts of a list, each with its place; a fault for what is no text. */
    Map<Node, String> texts(String key) {
        Map<Node, String> texts = new LinkedHashMap<>();
        Node value = values.get(key);
        if (value instanceof SequenceNode sequence && !sequence.getValue().isEmpty()) {
            for (Node element : sequence.getValue()) {
                if (element instanceof ScalarNode scalar
                        && scalar.getTag() != Tag.NULL
                        && !scalar.getValue().isBlank()) {
                    texts.put(element, scalar.getValue().strip());
                } else {
                    note(element, key, "not-text", "Each of '" + key + "' must be a text.");
                }
            }
        } else if (value != null) {
            note(value, key, "not-a-list", "'" + key + "' must be a list of at least one, or be left out.");
        }
        return texts;
    }

    /** The mapping of a key. */
    Optional<Mapping> mapping(String key) {
        Node value = values.get(key);
        if (value instanceof MappingNode mapping && !mapping.getValue().isEmpty()) {
            return Optional.of(new Mapping(mapping, path(key), faults));
        }
        if (value != null) {
            note(value, key, "not-a-mapping", "'" + key + "' has keys, as {key: value}, or is left out.");
        }
        return Optional.empty();
    }

    /** Its keys, in the order of the file. */
    List<String> keys() {
        return List.copyOf(values.keySet());
    }

    /** The mappings of a list. */
    List<Mapping> mappings(String key) {
        Node value = values.get(key);
        List<Mapping> mappings = new ArrayList<>();
        if (value instanceof SequenceNode sequence) {
            for (Node element : sequence.getValue()) {
                String place = path(key) + "[" + mappings.size() + "]";
                if (element instanceof MappingNode mapping) {
                    mappings.add(new Mapping(mapping, place, faults));
                } else {
                    faults.add(fault(element, place, "not-a-mapping", "Each of '" + key + "' has keys, as {id: …}."));
                }
            }
        } else if (value != null) {
            note(value, key, "not-a-list", "'" + key + "' must be a list.");
        }
        return mappings;
    }

    @Nullable
    Node required(String key) {
        Node value = values.get(key);
        if (value == null) {
            faults.add(fault(node, path(key), "missing-key", "'" + path(key) + "' is missing."));
        }
        return value;
    }

    void note(@Nullable Node at, String key, String code, String reason) {
        faults.add(fault(at == null ? node : at, path(key), code, reason));
    }

    static Fault fault(Node node, String path, String code, String reason) {
        Position position = position(node);
        return new Fault(position.line(), position.column(), path, code, reason);
    }

    static Position position(Node node) {
        return node.getStartMark()
                .map(mark -> new Position(mark.getLine() + 1, mark.getColumn() + 1))
                .orElse(new Position(1, 1));
    }
}
