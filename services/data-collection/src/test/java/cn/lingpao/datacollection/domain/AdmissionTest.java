package cn.lingpao.datacollection.domain;

import static cn.lingpao.datacollection.domain.Samples.NOW;
import static cn.lingpao.datacollection.domain.Samples.OBSERVED;
import static cn.lingpao.datacollection.domain.Samples.RECORDED;
import static cn.lingpao.datacollection.domain.Samples.ROBOT;
import static cn.lingpao.datacollection.domain.Samples.TARGET;
import static cn.lingpao.datacollection.domain.Samples.figure;
import static cn.lingpao.datacollection.domain.Samples.submission;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.datacollection.domain.Fault.Code;
import cn.lingpao.datacollection.domain.Value.Judgement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private final Admission admission = new Admission(NOW, new Sender.Person());

    @Test
    void what_the_rule_takes_inside_the_phase_is_admitted() {
        assertThat(refusal(submission(Judgement.MET))).isEmpty();
        assertThat(refusal(submission("p.figure", figure("12.5"), OBSERVED))).isEmpty();
        assertThat(refusal(submission(new Value.Undetermined(null)))).isEmpty();
        assertThat(refusal(submission(new Value.Undetermined("captcha")))).isEmpty();
    }

    @Test
    void what_nobody_knows_is_refused_by_name() {
        Submission known = submission(Judgement.MET);
        assertThat(admission.refusal(known, null, null)).map(Fault::code).contains(Code.UNKNOWN_CAMPAIGN);
        assertThat(admission.refusal(known, RECORDED, null)).map(Fault::code).contains(Code.UNKNOWN_TARGET);
        assertThat(code(submission("p.other", Judgement.MET, OBSERVED))).isEqualTo(Code.UNKNOWN_CHECK_POINT);
        assertThat(code(onChannel("app"))).isEqualTo(Code.UNKNOWN_CHANNEL);
        assertThat(code(submission(new Value.Undetermined("bad-weather")))).isEqualTo(Code.UNKNOWN_CAUSE);
    }

    @Test
    void a_channel_may_be_left_out() {
        assertThat(refusal(onChannel(null))).isEmpty();
    }

    @Test
    void a_value_of_another_kind_is_refused() {
        assertThat(code(submission(figure("1")))).isEqualTo(Code.WRONG_VALUE);
        assertThat(code(submission("p.figure", figure("1e400"), OBSERVED))).isEqualTo(Code.WRONG_VALUE);
    }

    @Test
    void the_phase_includes_its_last_day_in_china() {
        assertThat(refusal(at("2021-11-30T15:59:59Z"))).isEmpty();
        assertThat(code(at("2021-11-30T16:00:00Z"))).isEqualTo(Code.OUTSIDE_PHASE);
        assertThat(code(at("2021-08-31T15:59:59Z"))).isEqualTo(Code.OUTSIDE_PHASE);
    }

    @Test
    void a_refusal_names_the_phase_and_its_dates() {
        assertThat(refusal(at("2021-12-02T00:00:00Z"))).hasValueSatisfying(fault -> assertThat(fault.reason())
                .contains("collection", "2021-09-01 to 2021-11-30"));
    }

    @Test
    void a_live_campaign_holds_the_clock_against_the_phase_too() {
        Campaign live = Samples.campaign(true);
        assertThat(admission.refusal(submission(Judgement.MET), live, TARGET))
                .map(Fault::code)
                .contains(Code.OUTSIDE_PHASE);
        assertThat(new Admission(OBSERVED, new Sender.Person()).refusal(submission(Judgement.MET), live, TARGET))
                .isEmpty();
    }

    @Test
    void a_collector_whose_clock_runs_five_minutes_ahead_is_tolerated() {
        Campaign always = new Campaign("c", true, Optional.empty(), RECORDED.checkPoints(), Registrations.NONE);
        assertThat(admission.refusal(later(300), always, TARGET)).isEmpty();
        assertThat(admission.refusal(later(301), always, TARGET))
                .map(Fault::code)
                .contains(Code.IN_FUTURE);
    }

    @Test
    void a_program_delivers_what_is_assigned_to_it_in_its_own_name() {
        assertThat(refusal(new Sender.Program("robot"), submission(Judgement.MET)))
                .isEmpty();
        assertThat(refusal(new Sender.Program("robot"), submission("p.figure", figure("1"), OBSERVED)))
                .isEmpty();
        assertThat(refused(new Sender.Program("spider"), submission(Judgement.MET)))
                .isEqualTo("collector.id program 'spider' sends in its own name only");
        assertThat(refused(new Sender.Program("robot"), by(new Observer("robot", Observer.Kind.PERSON))))
                .startsWith("collector.id ");
    }

    @Test
    void a_program_is_refused_what_is_not_assigned_to_it_with_the_remedy() {
        Observer spider = new Observer("spider", Observer.Kind.SYSTEM);
        Campaign other = new Campaign(
                "c",
                false,
                Optional.empty(),
                RECORDED.checkPoints(),
                new Registrations(Map.of("robot", Map.of("p.figure", Set.of()))));
        assertThat(refused(new Sender.Program("spider"), by(spider)))
                .isEqualTo("collector.id program 'spider' is registered for nothing in campaign 'c'");
        assertThat(new Admission(NOW, new Sender.Program("robot"))
                        .refusal(submission(Judgement.MET), other, TARGET)
                        .map(Fault::field))
                .contains("checkPoint");
        assertThat(refused(new Sender.Program("robot"), onChannel(null)))
                .isEqualTo(
                        "channel program 'robot' is registered for check point 'p.list' only on channels of the kinds"
                                + " [portal]");
    }

    @Test
    void over_the_topic_a_submission_is_held_to_what_its_collector_is_registered_for() {
        assertThat(refusal(new Sender.Named(), submission(Judgement.MET))).isEmpty();
        assertThat(refused(new Sender.Named(), by(new Observer("spider", Observer.Kind.SYSTEM))))
                .startsWith("collector.id ");
        assertThat(refusal(new Sender.Named(), by(new Observer("wang", Observer.Kind.PERSON))))
                .isEmpty();
    }

    @Test
    void people_and_administrators_deliver_what_anybody_observed() {
        assertThat(refusal(by(new Observer("spider", Observer.Kind.SYSTEM)))).isEmpty();
    }

    private Optional<Fault> refusal(Sender sender, Submission submission) {
        return new Admission(NOW, sender).refusal(submission, RECORDED, TARGET);
    }

    private String refused(Sender sender, Submission submission) {
        Fault fault = refusal(sender, submission).orElseThrow();
        assertThat(fault.code()).isEqualTo(Code.NOT_REGISTERED);
        return fault.field() + " " + fault.reason().split(":")[0];
    }

    private static Submission by(Observer observer) {
        return new Submission("c", "place-1", "p.list", "portal", Judgement.MET, observer, OBSERVED, List.of());
    }

    private static Submission later(int seconds) {
        return submission("p.list", Judgement.MET, NOW.plusSeconds(seconds));
    }

    private static Submission at(String instant) {
        return submission("p.list", Judgement.MET, Instant.parse(instant));
    }

    private static Submission onChannel(@Nullable String channel) {
        return new Submission("c", "place-1", "p.list", channel, Judgement.MET, ROBOT, OBSERVED, List.of());
    }

    private Optional<Fault> refusal(Submission submission) {
        return admission.refusal(submission, RECORDED, TARGET);
    }

    private Code code(Submission submission) {
        return refusal(submission).orElseThrow().code();
    }
}
