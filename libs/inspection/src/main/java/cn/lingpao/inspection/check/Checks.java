package cn.lingpao.inspection.check;

import java.util.List;

/** Every check there is, in the order they are run and listed. */
public final class Checks {

    private Checks() {}

    public static List<Check> all() {
        return List.of();
    }
}
