package cn.lingpao.publication.domain;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The content of a release before it has a number.
 *
 * @param content campaign, framework, and the hashes of all other documents; its hash is the hash of the release
 * @param lists a document per list, by list id
 * @param targets a document per shown target, by target id
 * @param open check points of the shown targets that have no score; for the one who releases
 */
public record Draft(
        ReleaseDocument content,
        Map<String, ReleaseDocument> lists,
        Map<String, ReleaseDocument> targets,
        OpenPoints open) {

    public String hash() {
        return content.hash();
    }

    /** Every document but the content. */
    public List<ReleaseDocument> parts() {
        return Stream.concat(lists.values().stream(), targets.values().stream()).toList();
    }
}
