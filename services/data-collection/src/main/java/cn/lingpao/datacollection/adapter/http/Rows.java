package cn.lingpao.datacollection.adapter.http;

import cn.lingpao.datacollection.domain.Fault;
import cn.lingpao.datacollection.domain.Fault.Code;
import cn.lingpao.datacollection.domain.Row;
import cn.lingpao.servicesupport.rows.RowLines;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The rows of a batch up to its limit; the first row beyond it is refused, what follows is not read. */
final class Rows implements Iterator<Row> {

    private final RowLines lines;
    private final RowReader reader;
    private final String campaignId;
    private final int most;
    private int taken;

    Rows(RowLines lines, RowReader reader, String campaignId, int most) {
        this.lines = lines;
        this.reader = reader;
        this.campaignId = campaignId;
        this.most = most;
    }

    @Override
    public boolean hasNext() {
        return taken <= most && lines.hasNext();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        RowLines.Line line = lines.next();
        taken++;
        return taken <= most ? reader.read(line) : tooMany(line);
    }

    private Row tooMany(RowLines.Line line) {
        String reason = "a batch has at most %d rows; send this line and what follows in another".formatted(most);
        return new Row.Unreadable(campaignId, line.number(), new Fault(null, Code.TOO_MANY_ROWS, reason), "");
    }
}
