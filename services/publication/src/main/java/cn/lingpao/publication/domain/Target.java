package cn.lingpao.publication.domain;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A place that is assessed; only its id, name and division ever reach a release. */
public record Target(String id, Words name, @Nullable String division, String groupId, Set<String> marks) {

    public Target {
        marks = Set.copyOf(marks);
    }
}
