package cn.lingpao.targetregistry.adapter.http;

import cn.lingpao.targetregistry.application.ImportTargets.RowReport;
import cn.lingpao.targetregistry.application.TargetOutcome;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What came of a table, row by row; a row with several faults stands there once for each. */
record ImportReport(long created, long updated, long unchanged, long rejected, List<Row> rows) {

    static ImportReport of(List<RowReport> reports) {
        return new ImportReport(
                count(reports, "created"),
                count(reports, "updated"),
                count(reports, "unchanged"),
                count(reports, "rejected"),
                reports.stream().flatMap(ImportReport::rows).toList());
    }

    private static long count(List<RowReport> reports, String word) {
        return reports.stream()
                .filter(report -> word(report.outcome()).equals(word))
                .count();
    }

    private static String word(TargetOutcome outcome) {
        return switch (outcome) {
            case TargetOutcome.Created created -> "created";
            case TargetOutcome.Updated updated -> "updated";
            case TargetOutcome.Unchanged unchanged -> "unchanged";
            case TargetOutcome.Unregistered none -> "rejected";
            case TargetOutcome.Rejected rejected -> "rejected";
        };
    }

    private static Stream<Row> rows(RowReport report) {
        if (report.outcome() instanceof TargetOutcome.Rejected rejected) {
            return rejected.faults().stream()
                    .map(fault -> new Row(
                            report.line(), report.targetId(), "rejected", fault.path(), fault.code(), fault.reason()));
        }
        return Stream.of(new Row(report.line(), report.targetId(), word(report.outcome()), null, null, null));
    }

    /** A row; field, code and reason for a rejected one only. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            int line,
            String targetId,
            String outcome,
            @Nullable String field,
            @Nullable String code,
            @Nullable String reason) {}
}
