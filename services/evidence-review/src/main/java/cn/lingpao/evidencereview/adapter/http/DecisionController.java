package cn.lingpao.evidencereview.adapter.http;

import cn.lingpao.evidencereview.adapter.http.Answers.BatchReport;
import cn.lingpao.evidencereview.adapter.http.Answers.RowReport;
import cn.lingpao.evidencereview.application.Caller;
import cn.lingpao.evidencereview.application.Decide;
import cn.lingpao.evidencereview.application.DecisionRow;
import cn.lingpao.evidencereview.application.DecisionRow.Readable;
import cn.lingpao.evidencereview.application.NotReady;
import cn.lingpao.evidencereview.application.Report.Line;
import cn.lingpao.evidencereview.application.UnknownCampaign;
import cn.lingpao.evidencereview.domain.CellId;
import cn.lingpao.evidencereview.domain.Fault;
import cn.lingpao.servicesupport.Refusal;
import cn.lingpao.servicesupport.rows.LimitedRows;
import cn.lingpao.servicesupport.rows.Misfit;
import cn.lingpao.servicesupport.rows.RowLines;
import cn.lingpao.servicesupport.rows.UnfoldedBody;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes people's decisions, one at a time from a workbench or as a batch. */
@RestController
@RequestMapping("/campaigns/{campaign}")
public class DecisionController {

    private final Decide decide;
    private final ReviewLimits limits;

    public DecisionController(Decide decide, ReviewLimits limits) {
        this.decide = decide;
        this.limits = limits;
    }

    /** Takes one JSON object a line, plain or gzip; each row is answered for itself. */
    @PostMapping(
            path = "/decisions",
            consumes = {"application/x-ndjson", "application/ndjson"})
    @PreAuthorize("hasAnyRole('reviewer', 'arbiter', 'administrator')")
    BatchReport decide(@PathVariable String campaign, InputStream body, Authentication authentication)
            throws IOException {
        DecisionReader reader = new DecisionReader(campaign, limits.maxRow());
        Iterator<DecisionRow> rows = new LimitedRows<>(
                new RowLines(UnfoldedBody.of(body, limits.maxUnfolded()), limits.maxRow()),
                limits.maxRows(),
                reader::read,
                DecisionReader::tooMany);
        return BatchReport.of(answered(campaign, () -> decide.decide(campaign, rows, caller(authentication))));
    }

    /** Takes the decision of the token's person on an item. */
    @PostMapping("/review-items/{item}/decisions")
    @PreAuthorize("hasAnyRole('reviewer', 'arbiter')")
    RowReport decide(
            @PathVariable String campaign,
            @PathVariable String item,
            @RequestBody byte[] body,
            Authentication authentication) {
        Readable decision = decision(CellId.ofItem(campaign, item), body);
        Line line = answered(campaign, () -> decide.decide(decision, caller(authentication)));
        if (line.fault() != null) {
            throw refusal(line.fault());
        }
        return RowReport.of(line);
    }

    private static Readable decision(CellId cell, byte[] body) {
        try {
            return DecisionReader.decision(cell, body);
        } catch (Misfit misfit) {
            throw refusal(DecisionReader.fault(misfit));
        }
    }

    private static <T> T answered(String campaign, Supplier<T> work) {
        try {
            return work.get();
        } catch (UnknownCampaign unknown) {
            throw Refusal.notFound("campaign", campaign);
        } catch (NotReady behind) {
            throw new Refusal(
                    HttpStatus.SERVICE_UNAVAILABLE, "not-ready", behind.getMessage() + "; please send it again");
        }
    }

    private static Caller caller(Authentication authentication) {
        return new Caller(
                cn.lingpao.servicesupport.Caller.name(authentication),
                cn.lingpao.servicesupport.Caller.has(authentication, "reviewer"),
                cn.lingpao.servicesupport.Caller.has(authentication, "arbiter"),
                cn.lingpao.servicesupport.Caller.has(authentication, "administrator"));
    }

    private static Refusal refusal(Fault fault) {
        var error = new cn.lingpao.servicesupport.Fault(
                null, null, fault.field(), fault.code().text(), fault.reason());
        return new Refusal(status(fault.code()), fault.code().text(), fault.reason(), List.of(error));
    }

    private static HttpStatus status(Fault.Code code) {
        return switch (code) {
            case NOT_JSON, ROW_TOO_LONG, TOO_MANY_ROWS -> HttpStatus.BAD_REQUEST;
            case UNKNOWN_CELL -> HttpStatus.NOT_FOUND;
            case WRONG_ROLE -> HttpStatus.FORBIDDEN;
            case OUTSIDE_PHASE, NOT_REVIEWED, SAME_PERSON, ALREADY_DECIDED -> HttpStatus.CONFLICT;
            case MISSING, WRONG_TYPE, UNKNOWN_FIELD, NOT_ALLOWED, WRONG_VALUE, IN_FUTURE ->
                HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }
}
