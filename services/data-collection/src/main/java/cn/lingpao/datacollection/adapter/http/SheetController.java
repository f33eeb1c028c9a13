package cn.lingpao.datacollection.adapter.http;

import cn.lingpao.datacollection.application.CollectObservations;
import cn.lingpao.datacollection.application.Report;
import cn.lingpao.datacollection.application.Report.Outcome;
import cn.lingpao.datacollection.application.evidence.Spool;
import cn.lingpao.datacollection.application.plan.AskThePlan;
import cn.lingpao.datacollection.domain.Fault;
import cn.lingpao.datacollection.domain.Sender;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Observations as spreadsheets: a template of exactly what is missing, and the filled sheet back. */
@RestController
@RequestMapping("/campaigns/{campaign}/observations")
public class SheetController {

    private final CollectObservations collect;
    private final AskThePlan plan;
    private final IntakeLimits limits;
    private final EvidenceLimits files;

    public SheetController(CollectObservations collect, AskThePlan plan, IntakeLimits limits, EvidenceLimits files) {
        this.collect = collect;
        this.plan = plan;
        this.limits = limits;
        this.files = files;
    }

    /** What became of a sheet; rows that nobody has filled in are passed over. */
    record SheetReport(
            boolean dryRun,
            String sheet,
            int accepted,
            int repeated,
            int rejected,
            long open,
            List<SheetFault> errors) {}

    /** A row that was refused, and the cell at fault. */
    @JsonInclude(Include.NON_NULL)
    record SheetFault(
            String sheet,
            @Nullable Integer row,
            @Nullable String cell,
            @Nullable String field,
            String code,
            String reason) {}

    /** The cells of the plan that nobody has collected, ready to be filled in. */
    @GetMapping("/template")
    @PreAuthorize("hasAnyRole('collector', 'administrator')")
    void template(
            @PathVariable String campaign,
            @RequestParam(required = false) @Nullable String target,
            @RequestParam(defaultValue = "xlsx") String format,
            HttpServletResponse response)
            throws IOException {
        Template template = new Template(plan.missing(campaign, target));
        switch (format) {
            case "csv" -> template.csv(named(response, "text/csv;charset=UTF-8", "observations.csv"));
            case "xlsx" ->
                template.workbook(named(
                        response,
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        "observations.xlsx"));
            default -> throw PlanController.wrong("format", "xlsx or csv, not '" + format + "'");
        }
    }

    private static OutputStream named(HttpServletResponse response, String type, String file) throws IOException {
        response.setContentType(type);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + file + "\"");
        return response.getOutputStream();
    }

    /** Takes in a sheet, or with {@code dryRun} only says what would become of it. */
    @PostMapping(
            path = "/sheet",
            consumes = {
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "text/csv",
                "application/octet-stream"
            })
    @PreAuthorize("hasRole('collector')")
    SheetReport take(
            @PathVariable String campaign,
            @RequestParam(defaultValue = "false") boolean dryRun,
            InputStream body,
            Authentication caller)
            throws IOException {
        RowReader reader = new RowReader(campaign, ObservationController.sender(caller), limits.maxRow());
        try (Spool file = Spool.of(body, files.most());
                Sheet sheet = Sheet.open(file, limits.maxUnfolded())) {
            SheetRows rows = new SheetRows(campaign, sheet, reader);
            Sender sender = ObservationController.delivering(caller);
            Report report = dryRun ? collect.rehearse(campaign, sender, rows) : collect.collect(campaign, sender, rows);
            return report(sheet, report, rows.open(), dryRun);
        }
    }

    private static SheetReport report(Sheet sheet, Report report, long open, boolean dryRun) {
        List<SheetFault> errors = report.rows().stream()
                .filter(row -> row.fault() != null)
                .map(row -> fault(sheet, row.number(), row.fault()))
                .toList();
        return new SheetReport(
                dryRun,
                sheet.name(),
                report.count(Outcome.ACCEPTED),
                report.count(Outcome.REPEATED),
                report.count(Outcome.REJECTED),
                open,
                errors);
    }

    private static SheetFault fault(Sheet sheet, @Nullable Integer row, @Nullable Fault fault) {
        Fault known = java.util.Objects.requireNonNull(fault);
        String cell = row == null ? null : sheet.columns().cell(known.field(), row);
        return new SheetFault(
                sheet.name(), row, cell, known.field(), known.code().text(), known.reason());
    }
}
