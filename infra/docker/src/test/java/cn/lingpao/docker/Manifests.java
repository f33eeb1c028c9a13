package cn.lingpao.docker;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Kubernetes manifests read into the model, which keeps what it does not know instead of refusing it. */
final class Manifests {

    private static final String UNKNOWN = "additionalProperties";

    private Manifests() {}

    static List<HasMetadata> parse(String documents) {
        List<HasMetadata> manifests = new ArrayList<>();
        for (String document : documents.split("(?m)^---.*$")) {
            if (document.lines().anyMatch(line -> !line.isBlank() && !line.startsWith("#"))) {
                manifests.add(
                        Serialization.unmarshal(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8))));
            }
        }
        return manifests;
    }

    /** The paths of all fields that the model does not know, at any depth. */
    static List<String> unknownFields(HasMetadata manifest) {
        List<String> found = new ArrayList<>();
        if (manifest instanceof GenericKubernetesResource) {
            found.add("the kind " + manifest.getKind());
        } else {
            search(manifest.getKind(), manifest, found);
        }
        return found;
    }

    private static void search(String path, @Nullable Object value, List<String> found) {
        if (value instanceof Collection<?> items) {
            items.forEach(item -> search(path, item, found));
        } else if (value instanceof Map<?, ?> entries) {
            entries.forEach((key, item) -> search(path + "." + key, item, found));
        } else if (value != null && value.getClass().getName().startsWith("io.fabric8.") && !(value instanceof Enum)) {
            searchFields(path, value, found);
        }
    }

    private static void searchFields(String path, Object value, List<String> found) {
        for (Class<?> type = value.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    Object content = read(field, value);
                    if (field.getName().equals(UNKNOWN)) {
                        ((Map<?, ?>) content).keySet().forEach(name -> found.add(path + "." + name));
                    } else {
                        search(path + "." + field.getName(), content, found);
                    }
                }
            }
        }
    }

    private static Object read(Field field, Object value) {
        try {
            field.setAccessible(true);
            return field.get(value);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
