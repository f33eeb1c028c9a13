package cn.lingpao.servicesupport.rows;

import cn.lingpao.servicesupport.rows.RowLines.Line;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The rows of a batch up to its limit; the first row beyond it is refused, what follows is not read.
 *
 * @param <R> what a line is read as
 */
public final class LimitedRows<R> implements Iterator<R> {

    private final RowLines lines;
    private final int most;
    private final Function<Line, R> read;
    private final BiFunction<Line, String, R> refuse;
    private int taken;

    /** @param refuse makes a refused row of the line beyond the limit and the reason */
    public LimitedRows(RowLines lines, int most, Function<Line, R> read, BiFunction<Line, String, R> refuse) {
        this.lines = lines;
        this.most = most;
        this.read = read;
        this.refuse = refuse;
    }

    @Override
    public boolean hasNext() {
        return taken <= most && lines.hasNext();
    }

    @Override
    public R next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Line line = lines.next();
        taken++;
        return taken <= most ? read.apply(line) : refuse.apply(line, tooMany());
    }

    private String tooMany() {
        return "a batch has at most %d rows; send this line and what follows in another".formatted(most);
    }
}
