package cn.lingpao.inspection.check;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.Finding;
import cn.lingpao.inspection.site.Column;
import cn.lingpao.inspection.site.View;
import java.util.List;
import java.util.Map;

/** No column that the navigation leads to is empty. */
final class EmptyColumns implements HomePageCheck {

    @Override
    public String id() {
        return "empty-columns";
    }

    @Override
    public String citation() {
        return Citations.INDICATORS + "单项否决指标“栏目不更新”：空白栏目";
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of();
    }

    @Override
    public Finding decide(Inspection inspection, View home) {
        List<Column> columns = inspection.site().columns();
        if (columns.isEmpty()) {
            Cause cause = home.mayBeFilled() ? Cause.NEEDS_BROWSER : Cause.NOT_FOUND;
            return Finding.undetermined(cause, "no column was found from " + home.url(), home.evidence());
        }
        Findings findings = new Findings();
        columns.forEach(column -> findings.add(column.label(), decide(column)));
        return findings.together();
    }

    private static Finding decide(Column column) {
        List<String> evidence = column.view().evidence();
        if (column.unread() != null) {
            return Finding.undetermined(
                    column.unread(), "not read " + column.view().detail(), evidence);
        }
        return column.empty()
                ? Finding.notMet("no item in it", evidence)
                : Finding.met(column.items().size() + " items", evidence);
    }
}
