package cn.lingpao.datacollection.adapter.http;

import cn.lingpao.datacollection.adapter.http.Answers.BatchReport;
import cn.lingpao.datacollection.adapter.http.Answers.ObservationView;
import cn.lingpao.datacollection.adapter.http.Answers.PageOf;
import cn.lingpao.datacollection.adapter.http.Answers.RejectionView;
import cn.lingpao.datacollection.application.AskTheStore;
import cn.lingpao.datacollection.application.CollectObservations;
import cn.lingpao.datacollection.application.Paging;
import cn.lingpao.datacollection.application.Progress;
import cn.lingpao.datacollection.domain.Observer;
import cn.lingpao.datacollection.domain.Row;
import cn.lingpao.datacollection.domain.Sender;
import cn.lingpao.servicesupport.Caller;
import cn.lingpao.servicesupport.Refusal;
import cn.lingpao.servicesupport.rows.LimitedRows;
import cn.lingpao.servicesupport.rows.RowLines;
import cn.lingpao.servicesupport.rows.UnfoldedBody;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The intake of observations over HTTP, and questions about what was taken in. */
@RestController
@RequestMapping("/campaigns/{campaign}")
public class ObservationController {

    private static final String READERS = "hasAnyRole('auditor', 'reviewer', 'administrator')";

    private final CollectObservations collect;
    private final AskTheStore store;
    private final IntakeLimits limits;

    public ObservationController(CollectObservations collect, AskTheStore store, IntakeLimits limits) {
        this.collect = collect;
        this.store = store;
        this.limits = limits;
    }

    /** Takes in one JSON object a line, plain or gzip; each row is answered for itself. */
    @PostMapping(
            path = "/observations",
            consumes = {"application/x-ndjson", "application/ndjson"})
    @PreAuthorize("hasRole('collector')")
    BatchReport collect(@PathVariable String campaign, InputStream body, Authentication caller) throws IOException {
        RowReader reader = new RowReader(campaign, sender(caller), limits.maxRow());
        Iterator<Row> rows = new LimitedRows<>(
                new RowLines(UnfoldedBody.of(body, limits.maxUnfolded()), limits.maxRow()),
                limits.maxRows(),
                reader::read,
                reader::tooMany);
        return BatchReport.of(collect.collect(campaign, delivering(caller), rows));
    }

    @GetMapping("/observations")
    @PreAuthorize(READERS)
    PageOf<ObservationView> observations(
            @PathVariable String campaign,
            @RequestParam(required = false) @Nullable String target,
            @RequestParam(required = false) @Nullable String checkPoint,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size) {
        return PageOf.of(store.observations(campaign, target, checkPoint, paging(page, size)), ObservationView::of);
    }

    @GetMapping("/rejections")
    @PreAuthorize("hasAnyRole('auditor', 'reviewer', 'administrator', 'collector')")
    PageOf<RejectionView> rejections(
            @PathVariable String campaign,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size) {
        return PageOf.of(store.rejections(campaign, paging(page, size)), RejectionView::of);
    }

    @GetMapping("/observations/progress")
    @PreAuthorize("hasAnyRole('auditor', 'reviewer', 'administrator', 'collector', 'publisher')")
    Progress progress(@PathVariable String campaign, @RequestParam(defaultValue = "false") boolean settled) {
        return store.progress(campaign, settled);
    }

    /** Who observed, where a row does not say. */
    static Observer sender(Authentication caller) {
        return new Observer(
                Caller.name(caller), Caller.isProgram(caller) ? Observer.Kind.SYSTEM : Observer.Kind.PERSON);
    }

    /** A program is held to its registration, unless its token makes it an administrator's tool. */
    static Sender delivering(Authentication caller) {
        return Caller.isProgram(caller) && !Caller.has(caller, "administrator")
                ? new Sender.Program(Caller.name(caller))
                : new Sender.Person();
    }

    static Paging paging(int page, int size) {
        try {
            return new Paging(page, size);
        } catch (IllegalArgumentException wrong) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "wrong-page", wrong.getMessage());
        }
    }
}
