package cn.lingpao.scoring.adapter.http;

import cn.lingpao.eventing.EventJson;
import cn.lingpao.methodology.uncertainty.Noise;
import cn.lingpao.methodology.uncertainty.Plan;
import cn.lingpao.methodology.uncertainty.SensitivityPlan;
import cn.lingpao.scoring.application.StudyRanking;
import cn.lingpao.scoring.application.StudyRanking.CannotStudy;
import cn.lingpao.servicesupport.Refusal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How firm a ranking is and what would change it; computed on request, one at a time, and never recorded. */
@RestController
@RequestMapping(path = "/campaigns/{campaign}/rankings/{list}", produces = MediaType.APPLICATION_JSON_VALUE)
@PreAuthorize("hasAnyRole('administrator', 'auditor', 'publisher')")
class StudyController {

    private static final int MOST_DRAWS = 20_000;
    private static final int MOST_SAMPLES = 2_000;

    private final StudyRanking studies;
    private final Semaphore one = new Semaphore(1);

    StudyController(StudyRanking studies) {
        this.studies = studies;
    }

    /** Ranks 5/50/95 %, mean rank, shares of the levels, and who is ahead of the next, by target. */
    @GetMapping("/uncertainty")
    byte[] uncertainty(
            @PathVariable String campaign,
            @PathVariable String list,
            @RequestParam(defaultValue = "1000") int draws,
            @RequestParam(defaultValue = "" + Plan.SEED) long seed,
            @RequestParam(defaultValue = "0.25") double amount) {
        limit("draws", draws, MOST_DRAWS);
        return study(() -> studies.uncertainty(
                campaign, list, Plan.of(draws).withSeed(seed).withWeights(new Noise.Relative(amount))));
    }

    /** What the ranking would be without each indicator, or without one. */
    @GetMapping("/removals")
    byte[] removals(
            @PathVariable String campaign,
            @PathVariable String list,
            @RequestParam(required = false) @Nullable String node) {
        return study(() -> studies.without(campaign, list, node == null ? List.of() : List.of(node)));
    }

    /** Sobol indices of the mean absolute rank shift. */
    @GetMapping("/sensitivity")
    byte[] sensitivity(
            @PathVariable String campaign,
            @PathVariable String list,
            @RequestParam(defaultValue = "256") int samples,
            @RequestParam(defaultValue = "" + Plan.SEED) long seed,
            @RequestParam(defaultValue = "0.25") double amount) {
        limit("samples", samples, MOST_SAMPLES);
        return study(() -> studies.sensitivity(
                campaign, list, SensitivityPlan.of(samples).withSeed(seed).withAmount(amount)));
    }

    /** The ranking as told beside the one under another framework; what improved and what the ruler did since a campaign. */
    @GetMapping("/rescoring")
    byte[] rescoring(
            @PathVariable String campaign,
            @PathVariable String list,
            @RequestParam String framework,
            @RequestParam(required = false) @Nullable String since) {
        return study(() -> studies.rescoring(campaign, list, framework, since));
    }

    /** The ranking with other weights, or under another framework, beside the recorded one. */
    @PostMapping("/what-if")
    byte[] whatIf(@PathVariable String campaign, @PathVariable String list, @RequestBody Change change) {
        if ((change.weights() == null) == (change.framework() == null)) {
            throw new Refusal(
                    HttpStatus.BAD_REQUEST, "contradiction", "say either 'weights' (a number a node) or 'framework'");
        }
        return study(() -> change.weights() != null
                ? studies.withWeights(campaign, list, change.weights())
                : studies.underFramework(campaign, list, String.valueOf(change.framework())));
    }

    /**
     * What is to be different.
     *
     * @param weights by node id; those not named stay
     * @param framework the reference of a published framework that takes the same answers
     */
    record Change(
            @Nullable Map<String, BigDecimal> weights,
            @Nullable String framework) {}

    private static void limit(String what, int asked, int most) {
        if (asked < 2 || asked > most) {
            throw new Refusal(
                    HttpStatus.BAD_REQUEST,
                    "out-of-range",
                    "'%s' is from 2 to %d, not %d".formatted(what, most, asked));
        }
    }

    private byte[] study(Supplier<Object> study) {
        if (!one.tryAcquire()) {
            throw new Refusal(
                    HttpStatus.TOO_MANY_REQUESTS, "busy", "another study is being computed: ask again in a moment");
        }
        try {
            return EventJson.MAPPER.writeValueAsBytes(study.get());
        } catch (CannotStudy reason) {
            boolean unknown = reason.code().startsWith("unknown-");
            HttpStatus status = unknown ? HttpStatus.NOT_FOUND : HttpStatus.UNPROCESSABLE_CONTENT;
            throw new Refusal(status, reason.code(), String.valueOf(reason.getMessage()));
        } catch (IllegalArgumentException reason) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "bad-study", String.valueOf(reason.getMessage()));
        } finally {
            one.release();
        }
    }
}
