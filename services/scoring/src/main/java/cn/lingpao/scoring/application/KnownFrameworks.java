package cn.lingpao.scoring.application;

import cn.lingpao.eventing.ReferenceData;
import cn.lingpao.methodology.framework.Framework;
import java.util.Optional;

/** Looks published frameworks up, and makes sure of the newest before one is called unknown. */
public final class KnownFrameworks {

    private final ReferenceData reference;

    public KnownFrameworks(ReferenceData reference) {
        this.reference = reference;
    }

    /** @param ref {@code id@version} */
    public Optional<Framework> find(String ref) {
        if (reference.framework(ref).isEmpty()) {
            reference.refresh();
        }
        return reference.framework(ref).map(published -> Framework.parse(published.document()));
    }
}
