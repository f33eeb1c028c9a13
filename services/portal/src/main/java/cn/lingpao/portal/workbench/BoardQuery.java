package cn.lingpao.portal.workbench;

import cn.lingpao.portal.workbench.BoardPage.Wanted;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reader asks of the board; what means nothing is not asked.
 *
 * @param by what progress is counted by
 * @param page of the targets, from 0
 * @param part the page of the counted progress, from 0
 */
record BoardQuery(
        @Nullable String q,
        @Nullable String state,
        @Nullable String topic,
        @Nullable String by,
        @Nullable Integer page,
        @Nullable Integer part) {

    static final List<String> COUNTED_BY = List.of("day", "target", "indicator", "collector");

    int rowsPage() {
        return page == null ? 0 : page;
    }

    int progressPage() {
        return part == null ? 0 : part;
    }

    Wanted wanted() {
        return new Wanted(q == null ? "" : q, state != null && known(state) ? state : "", topic == null ? "" : topic);
    }

    String counted() {
        return by != null && COUNTED_BY.contains(by) ? by : COUNTED_BY.getFirst();
    }

    /** All of it as addresses carry it, but for the pages. */
    Query query() {
        Wanted wanted = wanted();
        return new Query()
                .with("q", wanted.q())
                .with("state", wanted.state())
                .with("topic", wanted.topic())
                .with("by", counted());
    }

    private static boolean known(String state) {
        return state.equals(Wanted.ESCALATED)
                || Arrays.stream(Square.values())
                        .anyMatch(square -> square.word().equals(state));
    }
}
