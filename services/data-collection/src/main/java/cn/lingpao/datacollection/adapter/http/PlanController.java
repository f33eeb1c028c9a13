package cn.lingpao.datacollection.adapter.http;

import cn.lingpao.datacollection.adapter.http.Answers.PageOf;
import cn.lingpao.datacollection.adapter.http.PlanAnswers.CellView;
import cn.lingpao.datacollection.adapter.http.PlanAnswers.MatrixView;
import cn.lingpao.datacollection.adapter.http.PlanAnswers.ProgressView;
import cn.lingpao.datacollection.application.plan.AskThePlan;
import cn.lingpao.datacollection.application.plan.AskThePlan.By;
import cn.lingpao.datacollection.application.plan.Part;
import cn.lingpao.datacollection.domain.plan.CellState;
import cn.lingpao.servicesupport.Refusal;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is due in a campaign, by whom and until when, and how far it has come. */
@RestController
@RequestMapping("/campaigns/{campaign}/plan")
@PreAuthorize("hasAnyRole('administrator', 'auditor', 'reviewer', 'collector')")
public class PlanController {

    private final AskThePlan plan;

    public PlanController(AskThePlan plan) {
        this.plan = plan;
    }

    @GetMapping
    PageOf<CellView> cells(
            @PathVariable String campaign,
            @RequestParam(required = false) @Nullable String target,
            @RequestParam(required = false) @Nullable String node,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size) {
        CellState wanted = state == null ? null : state(state);
        return PageOf.of(
                plan.cells(campaign, new Part(target, node), wanted, ObservationController.paging(page, size)),
                CellView::of);
    }

    @GetMapping("/progress")
    ProgressView progress(@PathVariable String campaign, @RequestParam(defaultValue = "target") String by) {
        return ProgressView.of(by, plan.progress(campaign, by(by)), plan.fallbacks(campaign));
    }

    @GetMapping("/matrix")
    MatrixView matrix(@PathVariable String campaign) {
        return MatrixView.of(plan.matrix(campaign));
    }

    private static CellState state(String word) {
        return CellState.named(word)
                .orElseThrow(() -> wrong("state", "not-collected, collected or undetermined, not '" + word + "'"));
    }

    private static By by(String word) {
        return Arrays.stream(By.values())
                .filter(by -> by.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> wrong(
                        "by",
                        Arrays.stream(By.values())
                                        .map(by -> by.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", "))
                                + ", not '" + word + "'"));
    }

    static Refusal wrong(String parameter, String reason) {
        return new Refusal(HttpStatus.BAD_REQUEST, "wrong-" + parameter, parameter + " is one of " + reason);
    }
}
