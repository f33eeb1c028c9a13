package cn.lingpao.inspection;

import java.util.Locale;

/** Why something could not be decided: the fixed list of the published language, which holds the remedies. */
public enum Cause {
    DNS,
    REFUSED,
    TIMEOUT,
    RESET,
    TLS,
    REDIRECT,
    INTERNAL_ADDRESS,
    FIREWALL,
    CAPTCHA,
    JS_CHALLENGE,
    ROBOTS,
    RATE_LIMITED,
    SERVER_ERROR,
    TOO_LARGE,
    DECODE,
    ENCODING,
    NOT_FOUND,
    NEEDS_BROWSER,
    PARSE,
    AMBIGUOUS_DATE,
    REGION_MISMATCH,
    SHORT_SERIES,
    NO_IPV6,
    HINT_ONLY,
    NOT_TRIED;

    /** The word of the published list, for example {@code internal-address}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What to do about it, in Chinese. */
    public String remedyChinese() {
        return published().remedy().zh();
    }

    /** What to do about it, in English. */
    public String remedyEnglish() {
        return published().remedy().en();
    }

    private cn.lingpao.contracts.Cause published() {
        return cn.lingpao.contracts.Cause.valueOf(name());
    }
}
