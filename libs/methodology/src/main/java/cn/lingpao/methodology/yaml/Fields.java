package cn.lingpao.methodology.yaml;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** The keys of a mapping. It remembers which were asked for, and {@link #done()} reports the others as unknown. */
public final class Fields {

    private final Map<String, Element> values = new LinkedHashMap<>();
    private final Map<String, Element> keys = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private final Element place;

    Fields(MappingNode mapping, String path, Faults faults, Element place) {
        this.place = place;
        for (NodeTuple tuple : mapping.getValue()) {
            String name = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            String full = path.isEmpty() ? name : path + "." + name;
            Element key = new Element(tuple.getKeyNode(), full, faults);
            Element earlier = keys.putIfAbsent(name, key);
            if (earlier == null) {
                values.put(name, new Element(tuple.getValueNode(), full, faults));
            } else {
                key.fault("duplicate-key", "'" + name + "' stands in line " + earlier.line() + " already: remove one");
            }
        }
    }

    /** The value of a key that must be there; reports it when it is not. */
    public Optional<Element> required(String key) {
        Optional<Element> value = optional(key);
        if (value.isEmpty()) {
            place.fault("missing-key", "'" + key + "' is missing: add it");
        }
        return value;
    }

    public Optional<Element> optional(String key) {
        asked.add(key);
        return Optional.ofNullable(values.get(key));
    }

    /** The entries of a list that may be absent. */
    public List<Element> list(String key) {
        return optional(key).map(Element::elements).orElse(List.of());
    }

    /** Every key with its value, for mappings whose keys are data. */
    public Map<String, Element> all() {
        asked.addAll(values.keySet());
        return new LinkedHashMap<>(values);
    }

    /** The place of this mapping. */
    public Element place() {
        return place;
    }

    /** Reports every key that was not asked for. */
    public void done() {
        keys.forEach((name, key) -> {
            if (!asked.contains(name)) {
                key.fault(
                        "unknown-key",
                        "'" + name + "' is unknown here: " + Spelling.hint(name, asked) + "use "
                                + String.join(", ", asked));
            }
        });
    }
}
