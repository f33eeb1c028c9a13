package cn.lingpao.scoring.adapter.http;

import cn.lingpao.contracts.TargetRegistered;
import cn.lingpao.contracts.TargetScored;
import cn.lingpao.eventing.EventJson;
import cn.lingpao.eventing.ReferenceData;
import cn.lingpao.methodology.explanation.Explanation;
import cn.lingpao.methodology.explanation.Explanation.Named;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.scoring.application.CompareMoments;
import cn.lingpao.scoring.application.FindEvidence;
import cn.lingpao.scoring.application.KnownFrameworks;
import cn.lingpao.scoring.application.Scores;
import cn.lingpao.scoring.application.VerdictLog;
import cn.lingpao.scoring.domain.Progress;
import cn.lingpao.servicesupport.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Score sheets, rankings and their explanation, for those who prepare a release; the public reads releases only. */
@RestController
@PreAuthorize("hasAnyRole('administrator', 'auditor', 'publisher')")
class ScoreController {

    private final Scores scores;
    private final ReferenceData reference;
    private final KnownFrameworks frameworks;
    private final FindEvidence evidence;
    private final CompareMoments moments;

    ScoreController(
            Scores scores,
            ReferenceData reference,
            KnownFrameworks frameworks,
            FindEvidence evidence,
            CompareMoments moments) {
        this.scores = scores;
        this.reference = reference;
        this.frameworks = frameworks;
        this.evidence = evidence;
        this.moments = moments;
    }

    /** A ranking as it was told: every member of the list, best first, those without a score last. */
    @GetMapping(path = "/campaigns/{campaign}/rankings/{list}", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] ranking(@PathVariable String campaign, @PathVariable String list) {
        return bytes(scores.ranking(campaign, list).orElseThrow(() -> Refusal.notFound("ranking", list)));
    }

    /** A score sheet as it was told: every node and every check point. */
    @GetMapping(path = "/campaigns/{campaign}/scores/{target}", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] sheet(@PathVariable String campaign, @PathVariable String target) {
        return bytes(json(campaign, target));
    }

    /** Why the score is what it is: the whole tree, or the branch below {@code node}. */
    @GetMapping(path = "/campaigns/{campaign}/scores/{target}/explanation", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] explanation(
            @PathVariable String campaign,
            @PathVariable String target,
            @RequestParam(name = "node", required = false) @Nullable String node) {
        TargetScored sheet = EventJson.read(bytes(json(campaign, target)), TargetScored.class);
        Framework framework = frameworks
                .find(sheet.frameworkRef())
                .orElseThrow(() -> Refusal.notFound("framework", sheet.frameworkRef()));
        Explanation explained = new ToldSheet(framework, sheet, evidence.of(campaign, target))
                .explain(node == null ? framework.id() : node, id -> named(campaign, id))
                .orElseThrow(() -> Refusal.notFound("node", String.valueOf(node)));
        return EventJson.MAPPER.writeValueAsBytes(explained);
    }

    /** Why the score at a node, or the total, is another one than at an earlier moment; the effects add up to the change. */
    @GetMapping(path = "/campaigns/{campaign}/scores/{target}/changes", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] changes(
            @PathVariable String campaign,
            @PathVariable String target,
            @RequestParam Instant since,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(required = false) @Nullable String node) {
        if (until != null && until.isBefore(since)) {
            throw new Refusal(
                    HttpStatus.BAD_REQUEST, "contradiction", "'until' " + until + " is before 'since' " + since);
        }
        json(campaign, target);
        return EventJson.MAPPER.writeValueAsBytes(moments.between(campaign, target, node, since, until)
                .orElseThrow(() -> Refusal.notFound("node", String.valueOf(node))));
    }

    @ExceptionHandler
    ProblemDetail later(VerdictLog.NotReadable away) {
        return new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "not-ready", String.valueOf(away.getMessage())).getBody();
    }

    @ExceptionHandler
    ProblemDetail never(CompareMoments.CannotCompare reason) {
        return new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "not-in-log", String.valueOf(reason.getMessage()))
                .getBody();
    }

    /** How much of the campaign is in the sheets, for those who wait until it has settled. */
    @GetMapping("/campaigns/{campaign}/scores/progress")
    Progress progress(@PathVariable String campaign) {
        return scores.progress(campaign);
    }

    private String json(String campaign, String target) {
        return scores.sheet(campaign, target).orElseThrow(() -> Refusal.notFound("score", target));
    }

    private Named named(String campaign, String targetId) {
        return reference
                .target(campaign, targetId)
                .map(TargetRegistered::name)
                .map(name -> new Named(targetId, name.zh(), name.en()))
                .orElseGet(() -> new Named(targetId, null, null));
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
