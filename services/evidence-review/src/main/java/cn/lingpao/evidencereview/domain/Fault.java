package cn.lingpao.evidencereview.domain;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Why a decision was refused: the field at fault, a stable code, and what is wrong and how to mend it. */
public record Fault(@Nullable String field, Code code, String reason) {

    /** The codes of refused decisions; part of the API. */
    public enum Code {
        NOT_JSON("not-json"),
        ROW_TOO_LONG("row-too-long"),
        TOO_MANY_ROWS("too-many-rows"),
        MISSING("missing"),
        WRONG_TYPE("wrong-type"),
        UNKNOWN_FIELD("unknown-field"),
        NOT_ALLOWED("not-allowed"),
        WRONG_VALUE("wrong-value"),
        UNKNOWN_CELL("unknown-cell"),
        IN_FUTURE("in-future"),
        OUTSIDE_PHASE("outside-phase"),
        WRONG_ROLE("wrong-role"),
        NOT_REVIEWED("not-reviewed"),
        SAME_PERSON("same-person"),
        ALREADY_DECIDED("already-decided");

        private final String text;

        Code(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }

        /** The code with this text; there must be one. */
        public static Code of(String text) {
            return Arrays.stream(values())
                    .filter(code -> code.text.equals(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("unknown code " + text));
        }
    }
}
