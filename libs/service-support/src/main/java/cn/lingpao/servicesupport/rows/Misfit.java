package cn.lingpao.servicesupport.rows;

import org.jspecify.annotations.Nullable;

/** A row, or a field of it, that is not as it must be; {@code code} is stable, the message says what is wrong. */
public final class Misfit extends RuntimeException {

    public static final String NOT_JSON = "not-json";
    public static final String MISSING = "missing";
    public static final String WRONG_TYPE = "wrong-type";
    public static final String UNKNOWN_FIELD = "unknown-field";
    public static final String NOT_ALLOWED = "not-allowed";

    private static final long serialVersionUID = 1L;

    private final @Nullable String field;
    private final String code;

    public Misfit(@Nullable String field, String code, String reason) {
        super(field == null ? "the row " + reason : "'" + field + "' " + reason, null, false, false);
        this.field = field;
        this.code = code;
    }

    public @Nullable String field() {
        return field;
    }

    public String code() {
        return code;
    }
}
