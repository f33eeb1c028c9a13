package cn.lingpao.evidencereview.adapter.http;

import cn.lingpao.evidencereview.adapter.http.MachineAnswers.FallbackView;
import cn.lingpao.evidencereview.adapter.http.MachineAnswers.SamplingView;
import cn.lingpao.evidencereview.application.AskAboutMachines;
import cn.lingpao.evidencereview.application.UnknownCampaign;
import cn.lingpao.evidencereview.application.WatchMachines;
import cn.lingpao.evidencereview.domain.Check;
import cn.lingpao.servicesupport.Caller;
import cn.lingpao.servicesupport.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How well programs do, check by check, and which of their checks have fallen back to people. */
@RestController
@RequestMapping("/campaigns/{campaign}")
public class MachineController {

    private static final int LONGEST_REASON = 2_000;

    private final AskAboutMachines ask;
    private final WatchMachines watch;

    public MachineController(AskAboutMachines ask, WatchMachines watch) {
        this.ask = ask;
        this.watch = watch;
    }

    /** Every check of which a result was drawn, counted. */
    @GetMapping("/sampling")
    @PreAuthorize("hasAnyRole('reviewer', 'arbiter', 'auditor', 'administrator', 'publisher', 'collector')")
    SamplingView sampling(@PathVariable String campaign) {
        return SamplingView.of(ask.records(campaign));
    }

    /** Has a check count by itself again; the reason comes as {@code {"reason": "…"}} or as a parameter. */
    @DeleteMapping("/fallbacks/{collector}/{checkPoint}")
    @PreAuthorize("hasRole('administrator')")
    FallbackView lift(
            @PathVariable String campaign,
            @PathVariable String collector,
            @PathVariable String checkPoint,
            @RequestParam(required = false) @Nullable String reason,
            @RequestBody(required = false) @Nullable Why why,
            Authentication caller) {
        String said = said(reason != null || why == null ? reason : why.reason());
        return watch.lift(new Check(campaign, collector, checkPoint), Caller.name(caller), said)
                .map(FallbackView::of)
                .orElseThrow(() -> new Refusal(
                        HttpStatus.NOT_FOUND,
                        "no-fallback",
                        "check point '%s' of '%s' has not fallen back to people in campaign '%s'"
                                .formatted(checkPoint, collector, campaign)));
    }

    @ExceptionHandler
    ProblemDetail unknown(UnknownCampaign unknown) {
        return new Refusal(HttpStatus.NOT_FOUND, "unknown-campaign", unknown.getMessage()).getBody();
    }

    private static String said(@Nullable String reason) {
        String said = reason == null ? "" : reason.strip();
        if (said.isEmpty() || said.length() > LONGEST_REASON) {
            throw new Refusal(
                    HttpStatus.BAD_REQUEST,
                    "missing-reason",
                    "say why, as {\"reason\": \"…\"} or ?reason=…, in at most " + LONGEST_REASON + " characters");
        }
        return said;
    }

    /** Why a fallback is lifted. */
    record Why(@Nullable String reason) {}
}
