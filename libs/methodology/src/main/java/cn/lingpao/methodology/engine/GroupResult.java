package cn.lingpao.methodology.engine;

import java.util.List;
import java.util.Optional;

/** The result of scoring a group. Sheets are made when they are asked for. */
public final class GroupResult {

    GroupResult() {}

    /** All sheets, by target id. */
    public List<Sheet> sheets() {
        throw new UnsupportedOperationException();
    }

    /** The sheet of a member of the group. */
    public Optional<Sheet> sheet(String targetId) {
        throw new UnsupportedOperationException();
    }
}
