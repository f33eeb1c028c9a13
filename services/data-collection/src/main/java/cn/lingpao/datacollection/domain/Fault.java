package cn.lingpao.datacollection.domain;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Why a row was refused: the field at fault, a stable code, and what is wrong and how to mend it. */
public record Fault(@Nullable String field, Code code, String reason) {

    /** The codes of refused rows; part of the API. */
    public enum Code {
        NOT_JSON("not-json"),
        ROW_TOO_LONG("row-too-long"),
        TOO_MANY_ROWS("too-many-rows"),
        MISSING("missing"),
        WRONG_TYPE("wrong-type"),
        UNKNOWN_FIELD("unknown-field"),
        FORMULA("formula"),
        MERGED_CELLS("merged-cells"),
        NOT_ALLOWED("not-allowed"),
        UNKNOWN_CAMPAIGN("unknown-campaign"),
        UNKNOWN_TARGET("unknown-target"),
        UNKNOWN_CHECK_POINT("unknown-check-point"),
        UNKNOWN_CHANNEL("unknown-channel"),
        UNKNOWN_CAUSE("unknown-cause"),
        WRONG_VALUE("wrong-value"),
        IN_FUTURE("in-future"),
        NOT_REGISTERED("not-registered"),
        OUTSIDE_PHASE("outside-phase");

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

        /** Whether news of the registry that is still on its way could mend it. */
        public boolean mayBeStale() {
            return switch (this) {
                case UNKNOWN_CAMPAIGN,
                        UNKNOWN_TARGET,
                        UNKNOWN_CHECK_POINT,
                        UNKNOWN_CHANNEL,
                        WRONG_VALUE,
                        NOT_REGISTERED,
                        OUTSIDE_PHASE -> true;
                case NOT_JSON,
                        ROW_TOO_LONG,
                        TOO_MANY_ROWS,
                        MISSING,
                        WRONG_TYPE,
                        UNKNOWN_FIELD,
                        FORMULA,
                        MERGED_CELLS,
                        NOT_ALLOWED,
                        UNKNOWN_CAUSE,
                        IN_FUTURE -> false;
            };
        }
    }
}
