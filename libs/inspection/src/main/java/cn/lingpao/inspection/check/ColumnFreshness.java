package cn.lingpao.inspection.check;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.Finding;
import cn.lingpao.inspection.reading.ColumnKind;
import cn.lingpao.inspection.site.Column;
import cn.lingpao.inspection.site.View;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Every column of a kind has an item that is late enough; one stale column fails. */
final class ColumnFreshness implements HomePageCheck {

    private final ColumnKind kind;

    ColumnFreshness(ColumnKind kind) {
        this.kind = kind;
    }

    @Override
    public String id() {
        return kind == ColumnKind.NEWS ? "news-freshness" : "notice-freshness";
    }

    @Override
    public String citation() {
        return Citations.INDICATORS + "单项否决指标“栏目不更新”";
    }

    @Override
    public Map<String, String> parameters() {
        return kind == ColumnKind.NEWS ? Map.of("days", "14") : Map.of("months", "6");
    }

    @Override
    public Finding decide(Inspection inspection, View home) {
        List<Column> columns = inspection.site().columns(kind);
        if (columns.isEmpty()) {
            Cause cause = home.mayBeFilled() ? Cause.NEEDS_BROWSER : Cause.NOT_FOUND;
            return Finding.undetermined(cause, "no such column was found from " + home.url(), home.evidence());
        }
        Freshness freshness = new Freshness(inspection.site(), oldest(inspection));
        Findings findings = new Findings();
        columns.forEach(column -> findings.add(column.label(), decide(column, freshness)));
        return findings.together();
    }

    private LocalDate oldest(Inspection inspection) {
        return kind == ColumnKind.NEWS
                ? inspection.today().minusDays(inspection.parameters().number(this, "days"))
                : inspection.today().minusMonths(inspection.parameters().number(this, "months"));
    }

    private static Finding decide(Column column, Freshness freshness) {
        View view = column.view();
        if (column.unread() != null) {
            return Finding.undetermined(column.unread(), "not read " + view.detail(), view.evidence());
        }
        return column.empty()
                ? Finding.undetermined(Cause.PARSE, "the list is empty", view.evidence())
                : freshness.of(column.items(), view);
    }
}
