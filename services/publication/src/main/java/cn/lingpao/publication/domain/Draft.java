package cn.lingpao.publication.domain;

import java.util.List;
import java.util.Map;

/**
 * The content of a release before it has a number.
 *
 * @param content campaign, framework, and the hashes of all other documents; its hash is the hash of the release
 * @param lists a document per list, by list id
 * @param targets a document per shown target, by target id
 */
public record Draft(ReleaseDocument content, Map<String, ReleaseDocument> lists, Map<String, ReleaseDocument> targets) {

    public String hash() {
        return content.hash();
    }

    /** Every document but the content. */
    public List<ReleaseDocument> parts() {
        return java.util.stream.Stream.concat(lists.values().stream(), targets.values().stream())
                .toList();
    }
}
