package cn.lingpao.casesubmission.adapter.http;

import cn.lingpao.casesubmission.application.AwardCase;
import cn.lingpao.casesubmission.application.AwardCase.Awarded;
import cn.lingpao.casesubmission.application.AwardCase.Decision;
import cn.lingpao.casesubmission.application.AwardCase.NotAwarded;
import cn.lingpao.casesubmission.application.AwardCase.Refused;
import cn.lingpao.casesubmission.application.AwardCase.Result;
import cn.lingpao.casesubmission.application.AwardCase.Unchanged;
import cn.lingpao.casesubmission.application.AwardCase.Unknown;
import cn.lingpao.casesubmission.domain.Fault;
import cn.lingpao.servicesupport.Caller;
import cn.lingpao.servicesupport.Refusal;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Awards over HTTP. */
@RestController
@RequestMapping("/campaigns/{campaign}/cases/{id}/award")
@PreAuthorize("hasRole('judge')")
class AwardController {

    private final AwardCase awardCase;

    AwardController(AwardCase awardCase) {
        this.awardCase = awardCase;
    }

    @PostMapping
    ResponseEntity<Answer> award(
            @PathVariable String campaign,
            @PathVariable String id,
            @RequestBody AwardBody body,
            Authentication caller) {
        if (body.points() == null) {
            throw Refusals.of(List.of(new Fault("points", "missing-value", "'points' is missing.")));
        }
        Decision decision =
                new Decision(body.points(), body.note(), body.target(), body.type(), Caller.name(caller), body.at());
        return answer(id, HttpStatus.CREATED, awardCase.award(campaign, id, decision));
    }

    /** Withdraws; {@code at} for recorded campaigns only. */
    @DeleteMapping
    ResponseEntity<Answer> withdraw(
            @PathVariable String campaign,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Instant at,
            Authentication caller) {
        return answer(id, HttpStatus.OK, awardCase.withdraw(campaign, id, Caller.name(caller), at));
    }

    private static ResponseEntity<Answer> answer(String id, HttpStatus changed, Result result) {
        return switch (result) {
            case Awarded awarded ->
                ResponseEntity.status(changed).body(new Answer("changed", CaseView.full(awarded.decided())));
            case Unchanged unchanged -> ResponseEntity.ok(new Answer("unchanged", CaseView.full(unchanged.stored())));
            case NotAwarded none ->
                throw Refusal.notFound("award", none.stored().id());
            case Refused refused -> throw Refusals.of(List.of(refused.fault()));
            case Unknown unknown -> throw Refusal.notFound("case", id);
        };
    }

    /**
     * A decision; {@code target} and {@code type} need not be said, but must be those of the case if they are.
     *
     * @param at when it was decided, for recorded campaigns only
     */
    @JsonIgnoreProperties("case")
    record AwardBody(
            @Nullable BigDecimal points,
            @Nullable String target,
            @Nullable String type,
            @Nullable String note,
            @Nullable Instant at) {}

    /** What came of it: {@code changed} or {@code unchanged}. */
    record Answer(String outcome, @JsonProperty("case") CaseView decided) {}
}
