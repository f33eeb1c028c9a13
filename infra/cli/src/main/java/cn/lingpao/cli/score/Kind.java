package cn.lingpao.cli.score;

import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Value;
import java.math.BigDecimal;

/** What sort of answer an id takes. */
enum Kind {
    /** A finite number. */
    NUMBER,
    /** √ or ✗, or one of some grades. */
    WORD,
    /** Any text: a category. */
    TEXT;

    private static final Value ANY_TEXT = Value.grade("\u0000");

    static Kind of(Framework framework, String id) {
        if (framework.accepts(id, Value.number(BigDecimal.ZERO)).isEmpty()) {
            return NUMBER;
        }
        return framework.accepts(id, ANY_TEXT).isEmpty() ? TEXT : WORD;
    }
}
