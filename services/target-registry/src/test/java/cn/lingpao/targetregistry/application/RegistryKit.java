package cn.lingpao.targetregistry.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.targetregistry.domain.Application;
import cn.lingpao.targetregistry.domain.Application.Contact;
import cn.lingpao.targetregistry.domain.Campaign;
import cn.lingpao.targetregistry.domain.CampaignDefinition.Assignment;
import cn.lingpao.targetregistry.domain.CampaignDefinition.TimeBasis;
import cn.lingpao.targetregistry.domain.Campaigns2021;
import cn.lingpao.targetregistry.domain.Channel;
import cn.lingpao.targetregistry.domain.ChannelKind;
import cn.lingpao.targetregistry.domain.FrameworkVersion;
import cn.lingpao.targetregistry.domain.Name;
import cn.lingpao.targetregistry.domain.Participation;
import cn.lingpao.targetregistry.domain.Sampling;
import cn.lingpao.targetregistry.domain.Sampling.OtherPart;
import cn.lingpao.targetregistry.domain.Target;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of the registry must do. */
public abstract class RegistryKit {

    private static final Instant AT = Instant.parse("2021-09-01T02:03:04.567Z");

    protected abstract Frameworks frameworks();

    protected abstract Campaigns campaigns();

    protected abstract Targets targets();

    protected abstract Participations participations();

    @Test
    void a_framework_version_is_read_as_it_was_written_and_never_replaced() {
        FrameworkVersion first = FrameworkVersion.of("kit@1", new Name("框架", "Framework"), "id: kit\n", AT);
        FrameworkVersion other = FrameworkVersion.of("kit@1", new Name("框架", "Framework"), "id: other\n", AT);

        assertThat(frameworks().add(first)).isTrue();
        assertThat(frameworks().add(other)).isFalse();

        assertThat(frameworks().find("kit@1")).contains(first);
        assertThat(frameworks().all()).contains(first);
        assertThat(frameworks().find("kit@2")).isEmpty();
    }

    @Test
    void a_campaign_is_read_as_it_was_written() {
        List<Assignment> collection = List.of(
                new Assignment("robot", List.of("service"), List.of(ChannelKind.PORTAL), LocalDate.of(2021, 10, 31)),
                new Assignment("robot", List.of("site"), List.of(ChannelKind.PORTAL), null, Map.of("https", "site")),
                new Assignment(null, List.of(), List.of(), null));
        Sampling sampling = new Sampling(
                "autumn",
                new BigDecimal("0.05"),
                new BigDecimal("0.10"),
                20,
                List.of(new OtherPart(List.of("service"), BigDecimal.ONE, new BigDecimal("0.2"), 5)));
        Campaign campaign = Campaign.opened(
                Campaigns2021.sampled(
                        Campaigns2021.collecting(Campaigns2021.campaign("kit-read", TimeBasis.RECORDED), collection),
                        sampling),
                AT);

        assertThat(campaigns().save(campaign)).isTrue();

        assertThat(campaigns().find("kit-read")).contains(campaign);
        assertThat(campaigns().all()).contains(campaign);
    }

    @Test
    void a_campaign_changes_only_in_sequence() {
        Campaign first = Campaign.opened(Campaigns2021.campaign("kit-sequence", TimeBasis.LIVE), AT);
        Campaign second = first.redefined(
                Campaigns2021.withGroups(first.definition(), List.of(Campaigns2021.county())), AT.plusSeconds(1));

        assertThat(campaigns().save(second)).isFalse();
        assertThat(campaigns().save(first)).isTrue();
        assertThat(campaigns().save(first)).isFalse();
        assertThat(campaigns().save(second)).isTrue();
        assertThat(campaigns().save(second)).isFalse();

        assertThat(campaigns().find("kit-sequence")).contains(second);
    }

    @Test
    void targets_are_read_as_they_were_written_by_id() {
        Target b = Target.registered("kit-targets", "b", Campaigns2021.place("乙"));
        Target a = Target.registered("kit-targets", "a", Campaigns2021.place("甲"));

        assertThat(targets().save("kit-targets", List.of(b, a))).isEmpty();

        assertThat(targets().of("kit-targets")).containsExactly(a, b);
        assertThat(targets().find("kit-targets", "b")).contains(b);
        assertThat(targets().find("kit-other", "b")).isEmpty();
        assertThat(targets().groupsInUse("kit-targets")).containsExactly("provincial");
        assertThat(targets().groupsInUse("kit-none")).isEmpty();
    }

    @Test
    void of_many_targets_only_those_out_of_sequence_are_left_alone() {
        Target first = Target.registered("kit-bulk", "a", Campaigns2021.place("甲"));
        targets().save("kit-bulk", List.of(first, Target.registered("kit-bulk", "b", Campaigns2021.place("乙"))));

        Target again = Target.registered("kit-bulk", "a", Campaigns2021.place("别的"));
        Target next =
                Target.registered("kit-bulk", "b", Campaigns2021.place("乙")).changed(Campaigns2021.place("新乙"));
        Target fresh = Target.registered("kit-bulk", "c", Campaigns2021.place("丙"));
        Target early = fresh.changed(Campaigns2021.place("丁"));
        Target absent = new Target("kit-bulk", "d", early.details(), 2);

        assertThat(targets().save("kit-bulk", List.of(again, next, fresh, absent)))
                .containsExactly("a", "d");
        assertThat(targets().of("kit-bulk")).containsExactly(first, next, fresh);
    }

    @Test
    void three_thousand_targets_are_written_in_one_call() {
        List<Target> many = IntStream.range(0, 3000)
                .mapToObj(i ->
                        Target.registered("kit-many", "t%04d".formatted(i), Campaigns2021.place("第%d号".formatted(i))))
                .toList();

        assertThat(targets().save("kit-many", many)).isEmpty();
        assertThat(targets().of("kit-many")).isEqualTo(many);

        List<Target> changed = many.stream()
                .map(target -> target.changed(Campaigns2021.place("新")))
                .toList();
        assertThat(targets().save("kit-many", changed)).isEmpty();
        assertThat(targets().of("kit-many")).isEqualTo(changed);
    }

    @Test
    void an_application_is_decided_once() {
        Participation pending = new Participation(
                "kit-p",
                "kit-participation",
                new Application(
                        new Name("云县", "Yun"),
                        null,
                        new Contact("张三", "010-1", "a@b.example"),
                        List.of(new Channel("portal", ChannelKind.PORTAL, "https://y.example/"))),
                AT,
                new Participation.Pending());
        Participation accepted = pending.accepted("yun", "administrator", AT.plusSeconds(60));

        assertThat(participations().add(pending)).isTrue();
        assertThat(participations().add(pending)).isFalse();
        assertThat(participations().of("kit-participation")).containsExactly(pending);
        assertThat(participations().decide(accepted)).isTrue();
        assertThat(participations().decide(pending.accepted("other", "x", AT))).isFalse();

        assertThat(participations().find("kit-participation", "kit-p")).contains(accepted);
        assertThat(participations().find("kit-other", "kit-p")).isEmpty();
    }
}
