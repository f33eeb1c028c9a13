package cn.lingpao.targetregistry.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.targetregistry.application.AcceptParticipation.Placed;
import cn.lingpao.targetregistry.application.AcceptParticipation.Placing;
import cn.lingpao.targetregistry.application.AcceptParticipation.Unknown;
import cn.lingpao.targetregistry.application.ApplyToParticipate.Received;
import cn.lingpao.targetregistry.application.ApplyToParticipate.Refused;
import cn.lingpao.targetregistry.application.ApplyToParticipate.Unchanged;
import cn.lingpao.targetregistry.application.InMemoryRegistry.InMemoryCampaigns;
import cn.lingpao.targetregistry.application.InMemoryRegistry.InMemoryParticipations;
import cn.lingpao.targetregistry.application.InMemoryRegistry.InMemoryTargets;
import cn.lingpao.targetregistry.domain.Application;
import cn.lingpao.targetregistry.domain.Application.Contact;
import cn.lingpao.targetregistry.domain.Campaign;
import cn.lingpao.targetregistry.domain.CampaignDefinition.TimeBasis;
import cn.lingpao.targetregistry.domain.Campaigns2021;
import cn.lingpao.targetregistry.domain.Fault;
import cn.lingpao.targetregistry.domain.Name;
import cn.lingpao.targetregistry.domain.Participation;
import cn.lingpao.targetregistry.domain.Participation.Accepted;
import cn.lingpao.targetregistry.domain.Target;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ParticipationTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant IN_PHASE = Instant.parse("2021-09-15T00:00:00Z");
    private static final Application YUN =
            new Application(new Name("云县", "Yun"), null, new Contact("张三", "010-1", "z@yun.example"), List.of());
    private static final Placing AS_COUNTY = new Placing("yun", "county", Set.of());

    private final InMemoryCampaigns campaigns = new InMemoryCampaigns();
    private final InMemoryTargets targets = new InMemoryTargets();
    private final InMemoryParticipations participations = new InMemoryParticipations();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final ApplyToParticipate apply = new ApplyToParticipate(campaigns, participations, clock);
    private final AcceptParticipation accept = new AcceptParticipation(campaigns, participations, targets, clock);

    @BeforeEach
    void the_campaign_is_open() {
        campaigns.save(Campaign.opened(Campaigns2021.campaign("demo", TimeBasis.RECORDED), NOW));
    }

    @Test
    void a_county_applies_in_the_participation_phase_only() {
        assertThat(apply.apply("demo", YUN, IN_PHASE)).isInstanceOf(Received.class);
        assertThat(((Refused) apply.apply("demo", YUN, NOW)).faults())
                .extracting(Fault::code)
                .containsExactly("outside-phase");
    }

    @Test
    void the_same_application_again_changes_nothing() {
        apply.apply("demo", YUN, IN_PHASE);

        assertThat(apply.apply("demo", YUN, IN_PHASE.plusSeconds(1))).isInstanceOf(Unchanged.class);
        assertThat(participations.of("demo")).hasSize(1);
    }

    @Test
    void whoever_answers_for_it_must_be_named() {
        Application nobody = new Application(new Name("", ""), null, new Contact("", "", "nowhere"), List.of());

        assertThat(((Refused) apply.apply("demo", nobody, IN_PHASE)).faults())
                .extracting(Fault::path)
                .containsExactlyInAnyOrder("name.zh", "contact.name", "contact.phone", "contact.email");
    }

    @Test
    void an_accepted_applicant_becomes_a_target() {
        Participation applied = applied();

        assertThat(accept.accept("demo", applied.id(), AS_COUNTY, "admin")).isInstanceOf(Placed.class);

        assertThat(targets.find("demo", "yun").map(target -> target.details().groupId()))
                .contains("county");
        assertThat(participations.find("demo", applied.id()).map(Participation::decision))
                .contains(new Accepted("yun", "admin", NOW));
    }

    @Test
    void an_acceptance_that_broke_off_can_be_repeated() {
        Participation applied = applied();
        targets.save("demo", List.of(Target.registered("demo", "yun", applied.asTarget("county", Set.of()))));

        assertThat(accept.accept("demo", applied.id(), AS_COUNTY, "admin")).isInstanceOf(Placed.class);
        assertThat(accept.accept("demo", applied.id(), AS_COUNTY, "admin")).isInstanceOf(Placed.class);

        assertThat(targets.of("demo")).hasSize(1);
    }

    @Test
    void an_applicant_does_not_overwrite_another_target_or_become_two() {
        Participation applied = applied();
        targets.save("demo", List.of(Target.registered("demo", "taken", Campaigns2021.place("别处"))));

        assertThat(accept.accept("demo", applied.id(), new Placing("taken", "county", Set.of()), "admin"))
                .isInstanceOf(AcceptParticipation.Refused.class);
        accept.accept("demo", applied.id(), AS_COUNTY, "admin");
        assertThat(accept.accept("demo", applied.id(), new Placing("yun-2", "county", Set.of()), "admin"))
                .isInstanceOf(AcceptParticipation.Refused.class);
    }

    @Test
    void an_unknown_application_or_group_is_refused() {
        assertThat(accept.accept("demo", "none", AS_COUNTY, "admin")).isEqualTo(new Unknown());
        assertThat(accept.accept("demo", applied().id(), new Placing("yun", "nowhere", Set.of()), "admin"))
                .isInstanceOf(AcceptParticipation.Refused.class);
    }

    private Participation applied() {
        return ((Received) apply.apply("demo", YUN, IN_PHASE)).participation();
    }
}
