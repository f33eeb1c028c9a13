package cn.lingpao.publication.adapter.http;

import cn.lingpao.publication.application.CreateRelease;
import cn.lingpao.publication.application.Outcome;
import cn.lingpao.publication.application.Scores;
import cn.lingpao.publication.domain.Agreement.Disagreement;
import cn.lingpao.publication.domain.OpenPoints;
import cn.lingpao.publication.domain.Release;
import cn.lingpao.servicesupport.Caller;
import cn.lingpao.servicesupport.Fault;
import cn.lingpao.servicesupport.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Releases a campaign, and tells how far the scores have come. */
@RestController
class ReleaseController {

    private static final int SHOWN_DISAGREEMENTS = 50;

    private final CreateRelease createRelease;
    private final Scores scores;
    private final MeterRegistry meters;

    ReleaseController(CreateRelease createRelease, Scores scores, MeterRegistry meters) {
        this.createRelease = createRelease;
        this.scores = scores;
        this.meters = meters;
    }

    /** The body of the command; all of it is optional. */
    record Wish(
            @Nullable Instant at,
            @Nullable Integer corrects,
            @Nullable String reason) {}

    /** What became of the command; {@code open} counts check points of shown targets that have no score. */
    record Answer(
            String outcome,
            String campaign,
            int number,
            String hash,
            Instant publishedAt,
            @Nullable Integer corrects,
            @Nullable String reason,
            int targets,
            OpenPoints open,
            String url) {

        static Answer of(String outcome, Release release, OpenPoints open) {
            return new Answer(
                    outcome,
                    release.campaignId(),
                    release.number(),
                    release.hash(),
                    release.publishedAt(),
                    release.corrects(),
                    release.reason(),
                    release.targets().size(),
                    open,
                    PublicPaths.release(release));
        }
    }

    @PostMapping("/campaigns/{campaign}/releases")
    @PreAuthorize("hasRole('publisher')")
    ResponseEntity<Answer> create(
            @PathVariable String campaign, @RequestBody(required = false) @Nullable Wish wish, Authentication caller) {
        Wish wanted = wish == null ? new Wish(null, null, null) : wish;
        Outcome outcome = createRelease.create(new CreateRelease.Command(
                campaign, wanted.at(), wanted.corrects(), wanted.reason(), Caller.name(caller)));
        count(outcome);
        return switch (outcome) {
            case Outcome.Published published ->
                ResponseEntity.created(URI.create(PublicPaths.release(published.release())))
                        .body(Answer.of("published", published.release(), published.open()));
            case Outcome.Unchanged unchanged ->
                ResponseEntity.ok(Answer.of("unchanged", unchanged.release(), unchanged.open()));
            case Outcome.Refused refused -> throw refusal(refused);
        };
    }

    @GetMapping("/campaigns/{campaign}/releases/progress")
    @PreAuthorize("hasAnyRole('publisher', 'auditor', 'administrator')")
    Scores.Progress progress(@PathVariable String campaign) {
        return scores.progress(campaign);
    }

    private void count(Outcome outcome) {
        String result =
                switch (outcome) {
                    case Outcome.Published published -> "published";
                    case Outcome.Unchanged unchanged -> "unchanged";
                    case Outcome.Refused refused -> refused.reason().code();
                };
        meters.counter("lingpao.releases", "outcome", result).increment();
    }

    private static Refusal refusal(Outcome.Refused refused) {
        HttpStatus status =
                switch (refused.reason()) {
                    case UNKNOWN_CAMPAIGN, UNKNOWN_RELEASE -> HttpStatus.NOT_FOUND;
                    case TIME_MISSING, TIME_NOT_ALLOWED, IN_FUTURE, REASON_MISSING -> HttpStatus.UNPROCESSABLE_CONTENT;
                    case OUTSIDE_PHASE, STILL_MOVING, NOTHING_TO_RELEASE, UNKNOWN_FRAMEWORK, CONTENDED ->
                        HttpStatus.CONFLICT;
                };
        int all = refused.disagreements().size();
        String detail =
                all > SHOWN_DISAGREEMENTS ? refused.detail() + " (" + all + " disagreements)" : refused.detail();
        List<Fault> faults = refused.disagreements().stream()
                .limit(SHOWN_DISAGREEMENTS)
                .map(ReleaseController::fault)
                .toList();
        return new Refusal(status, refused.reason().code(), detail, faults);
    }

    private static Fault fault(Disagreement found) {
        String place = found.targetId() == null ? found.listId() : found.listId() + "/" + found.targetId();
        return Fault.at(place, found.code(), found.reason());
    }
}
