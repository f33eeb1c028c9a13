package cn.lingpao.portal.workbench;

import cn.lingpao.portal.fieldwork.Matrix;
import cn.lingpao.portal.fieldwork.Slice;
import cn.lingpao.portal.results.Words;
import java.util.List;
import java.util.Locale;

/**
 * The board as a page shows it. Sums and holders are those of every target that fits, not of the rows on this page alone.
 *
 * @param groups headings over the columns
 * @param shown the rows of this page
 * @param holders people, and what they hold
 * @param awaited programs, and where they have not delivered
 * @param all how many targets the campaign has
 */
public record BoardPage(
        List<Group> groups,
        List<Column> columns,
        Slice<Row> shown,
        Sum sum,
        List<Holder> holders,
        List<Holder> awaited,
        int all) {

    public List<Row> rows() {
        return shown.items();
    }

    /** A heading over neighbouring columns. */
    public record Group(String id, Words name, int columns) {}

    /**
     * An indicator.
     *
     * @param first whether a group begins here
     * @param label everything about it in words
     */
    public record Column(String id, Words name, boolean first, Sum sum, String label) {}

    /**
     * A target.
     *
     * @param label everything about it in words
     */
    public record Row(String id, Words name, List<Cell> cells, Sum sum, String label) {}

    /**
     * A field.
     *
     * @param id of its element, the same as long as the campaign asks the same
     * @param style of its square
     * @param text sign and number
     * @param label everything about it in words
     */
    public record Cell(String id, String style, String text, String label, String address) {}

    /** A person or program with the fields that wait for him. */
    public record Holder(String name, int fields, List<Held> held) {}

    /** A field that waits for somebody. */
    public record Held(Words target, Words indicator, String address) {}

    /** What a reader wants to see of the board. */
    public record Wanted(String q, String state, String topic) {

        /** The state that no square has: a deadline is near or past. */
        public static final String ESCALATED = "escalated";

        boolean all() {
            return state.isEmpty();
        }

        boolean takes(Matrix.Heading target) {
            String wanted = q.strip().toLowerCase(Locale.ROOT);
            return (target.name().zh() + " " + target.name().en() + " " + target.id())
                    .toLowerCase(Locale.ROOT)
                    .contains(wanted);
        }

        boolean takes(Matrix.Field field) {
            return state.equals(ESCALATED)
                    ? field.escalated() > 0
                    : all() || state.equals(Square.of(field).word());
        }
    }
}
