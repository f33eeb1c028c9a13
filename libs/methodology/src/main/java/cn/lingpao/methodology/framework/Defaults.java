package cn.lingpao.methodology.framework;

import cn.lingpao.methodology.yaml.Fields;

/** The policies in effect at a place of the tree: inherited unless the place says otherwise. */
record Defaults(Policy missing, Policy undetermined, ReviewMode review) {

    /** What a framework that says nothing means: nothing is silently zero, and one person decides. */
    static final Defaults UNSAID = new Defaults(Policy.EXCLUDE, Policy.EXCLUDE, ReviewMode.SINGLE);

    Defaults overriddenBy(Fields fields) {
        return new Defaults(
                fields.optional("missing").flatMap(e -> e.word(Policy.class)).orElse(missing),
                fields.optional("undetermined")
                        .flatMap(e -> e.word(Policy.class))
                        .orElse(undetermined),
                fields.optional("review").flatMap(e -> e.word(ReviewMode.class)).orElse(review));
    }
}
