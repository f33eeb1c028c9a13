package cn.lingpao.evidencereview.adapter.http;

import cn.lingpao.evidencereview.adapter.http.Answers.PageOf;
import cn.lingpao.evidencereview.adapter.http.Answers.ReviewItem;
import cn.lingpao.evidencereview.adapter.http.Answers.VerdictView;
import cn.lingpao.evidencereview.application.AskTheReview;
import cn.lingpao.evidencereview.application.Paging;
import cn.lingpao.evidencereview.application.Progress;
import cn.lingpao.evidencereview.application.Stage;
import cn.lingpao.servicesupport.Refusal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Questions about the review: what waits for whom, what was decided, how far it has come. */
@RestController
@RequestMapping("/campaigns/{campaign}")
public class ReviewController {

    private final AskTheReview review;

    public ReviewController(AskTheReview review) {
        this.review = review;
    }

    /** @param state {@code open} (for reviewers, those with a first decision too), {@code disputed} or {@code decided} */
    @GetMapping("/review-items")
    @PreAuthorize("hasAnyRole('reviewer', 'arbiter', 'auditor', 'administrator')")
    PageOf<ReviewItem> items(
            @PathVariable String campaign,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(required = false) @Nullable String target,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return PageOf.of(review.items(campaign, stages(state), target, paging(page, size)), ReviewItem::of);
    }

    @GetMapping("/verdicts")
    @PreAuthorize("hasAnyRole('reviewer', 'arbiter', 'auditor', 'administrator', 'publisher')")
    PageOf<VerdictView> verdicts(
            @PathVariable String campaign,
            @RequestParam(required = false) @Nullable String target,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size) {
        return PageOf.of(review.verdicts(campaign, target, paging(page, size)), VerdictView::of);
    }

    @GetMapping("/verdicts/progress")
    @PreAuthorize("hasAnyRole('reviewer', 'arbiter', 'auditor', 'administrator', 'publisher', 'collector')")
    Progress progress(@PathVariable String campaign) {
        return review.progress(campaign);
    }

    private static Set<Stage> stages(String state) {
        return switch (state) {
            case "open" -> Set.of(Stage.OPEN, Stage.FIRST_DECISION);
            case "disputed" -> Set.of(Stage.DISPUTED);
            case "decided" -> Set.of(Stage.DECIDED);
            default ->
                throw new Refusal(HttpStatus.BAD_REQUEST, "wrong-state", "state must be open, disputed or decided");
        };
    }

    private static Paging paging(int page, int size) {
        try {
            return new Paging(page, size);
        } catch (IllegalArgumentException wrong) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "wrong-page", wrong.getMessage());
        }
    }
}
