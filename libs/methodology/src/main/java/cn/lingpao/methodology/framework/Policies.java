package cn.lingpao.methodology.framework;

import cn.lingpao.methodology.yaml.Fields;

/** The policies in effect at a place of the tree: inherited unless the place says otherwise. */
public record Policies(Policy missing, Policy undetermined, ReviewMode review) {

    /** What a framework that says nothing means: nothing is silently zero, and one person decides. */
    static final Policies UNSAID = new Policies(Policy.EXCLUDE, Policy.EXCLUDE, ReviewMode.SINGLE);

    Policies overriddenBy(Fields fields) {
        return new Policies(
                fields.optional("missing").flatMap(e -> e.word(Policy.class)).orElse(missing),
                fields.optional("undetermined")
                        .flatMap(e -> e.word(Policy.class))
                        .orElse(undetermined),
                fields.optional("review").flatMap(e -> e.word(ReviewMode.class)).orElse(review));
    }
}
