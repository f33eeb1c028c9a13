package cn.lingpao.datacollection.domain.evidence;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a capture says beside the one of the same address and kind before it. */
public enum Relation {
    FIRST,
    UNCHANGED,
    CHANGED,
    GONE;

    /** Gone is what answered 404 or 410, whatever its bytes; else the bytes decide. */
    public static Relation of(@Nullable Capture before, Capture now) {
        if (now.gone()) {
            return GONE;
        }
        if (before == null) {
            return FIRST;
        }
        return before.sha256().equals(now.sha256()) && !before.gone() ? UNCHANGED : CHANGED;
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
