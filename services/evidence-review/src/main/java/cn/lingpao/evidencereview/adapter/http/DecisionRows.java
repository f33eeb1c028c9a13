package cn.lingpao.evidencereview.adapter.http;

import cn.lingpao.evidencereview.application.DecisionRow;
import cn.lingpao.evidencereview.application.DecisionRow.Unreadable;
import cn.lingpao.evidencereview.domain.Fault;
import cn.lingpao.evidencereview.domain.Fault.Code;
import cn.lingpao.servicesupport.rows.RowLines;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The rows of a batch up to its limit; the first row beyond it is refused, what follows is not read. */
final class DecisionRows implements Iterator<DecisionRow> {

    private final RowLines lines;
    private final DecisionReader reader;
    private final int most;
    private int taken;

    DecisionRows(RowLines lines, DecisionReader reader, int most) {
        this.lines = lines;
        this.reader = reader;
        this.most = most;
    }

    @Override
    public boolean hasNext() {
        return taken <= most && lines.hasNext();
    }

    @Override
    public DecisionRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        RowLines.Line line = lines.next();
        taken++;
        return taken <= most ? reader.read(line) : tooMany(line);
    }

    private DecisionRow tooMany(RowLines.Line line) {
        String reason = "a batch has at most %d rows; send this line and what follows in another".formatted(most);
        return new Unreadable(line.number(), new Fault(null, Code.TOO_MANY_ROWS, reason));
    }
}
