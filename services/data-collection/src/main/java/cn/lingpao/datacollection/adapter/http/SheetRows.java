package cn.lingpao.datacollection.adapter.http;

import cn.lingpao.datacollection.domain.Fault;
import cn.lingpao.datacollection.domain.Fault.Code;
import cn.lingpao.datacollection.domain.Row;
import cn.lingpao.servicesupport.rows.RowLines.Line;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet as the intake takes them, without those that nobody has filled in. */
final class SheetRows implements Iterator<Row> {

    /** Filled rows that one file may have. */
    private static final int MOST = 100_000;

    private final String campaignId;
    private final Iterator<SheetRow> rows;
    private final RowReader reader;
    private @Nullable SheetRow next;
    private long open;
    private int taken;

    SheetRows(String campaignId, Sheet sheet, RowReader reader) {
        this.campaignId = campaignId;
        this.rows = sheet.rows();
        this.reader = reader;
    }

    /** How many rows nobody has filled in. */
    long open() {
        return open;
    }

    @Override
    public boolean hasNext() {
        while (next == null && taken <= MOST && rows.hasNext()) {
            SheetRow row = rows.next();
            if (row.isOpen()) {
                open++;
            } else {
                next = row;
            }
        }
        return next != null;
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        SheetRow row = java.util.Objects.requireNonNull(next);
        next = null;
        return ++taken > MOST ? tooMany(row) : read(row);
    }

    private Row read(SheetRow row) {
        Line line = reader.line(row.number(), row.json());
        SheetRow.Flaw flaw = row.flaw();
        return flaw == null
                ? reader.read(line)
                : new Row.Unreadable(
                        campaignId,
                        row.number(),
                        new Fault(flaw.field(), flaw.code(), flaw.reason()),
                        new String(line.bytes(), StandardCharsets.UTF_8));
    }

    private Row tooMany(SheetRow row) {
        String reason = "a file has at most %d filled rows; send this one and what follows in another".formatted(MOST);
        return new Row.Unreadable(campaignId, row.number(), new Fault(null, Code.TOO_MANY_ROWS, reason), "");
    }
}
