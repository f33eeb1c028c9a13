package cn.lingpao.targetregistry.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.lingpao.targetregistry.application.DefineCampaign.Contended;
import cn.lingpao.targetregistry.application.DefineCampaign.Faulty;
import cn.lingpao.targetregistry.application.DefineCampaign.Fixed;
import cn.lingpao.targetregistry.application.DefineCampaign.Opened;
import cn.lingpao.targetregistry.application.DefineCampaign.Redefined;
import cn.lingpao.targetregistry.application.DefineCampaign.Unchanged;
import cn.lingpao.targetregistry.application.InMemoryRegistry.InMemoryCampaigns;
import cn.lingpao.targetregistry.application.InMemoryRegistry.InMemoryFrameworks;
import cn.lingpao.targetregistry.application.InMemoryRegistry.InMemoryTargets;
import cn.lingpao.targetregistry.domain.Campaign;
import cn.lingpao.targetregistry.domain.CampaignDefinition;
import cn.lingpao.targetregistry.domain.CampaignDefinition.Assignment;
import cn.lingpao.targetregistry.domain.CampaignDefinition.TimeBasis;
import cn.lingpao.targetregistry.domain.Campaigns2021;
import cn.lingpao.targetregistry.domain.Fault;
import cn.lingpao.targetregistry.domain.FrameworkVersion;
import cn.lingpao.targetregistry.domain.Name;
import cn.lingpao.targetregistry.domain.Sampling;
import cn.lingpao.targetregistry.domain.Sampling.OtherPart;
import cn.lingpao.targetregistry.domain.Target;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DefineCampaignTest {

    private static final Instant NOW = Instant.parse("2021-09-01T00:00:00Z");
    private static final CampaignDefinition CAMPAIGN = Campaigns2021.campaign("demo", TimeBasis.LIVE);

    private final InMemoryFrameworks frameworks = new InMemoryFrameworks();
    private final InMemoryCampaigns campaigns = new InMemoryCampaigns();
    private final InMemoryTargets targets = new InMemoryTargets();

    private Set<String> others = Set.of();

    @BeforeEach
    void the_framework_is_published() {
        frameworks.add(FrameworkVersion.of("demo@1", new Name("示例", "Demo"), "…", NOW));
    }

    @Test
    void a_campaign_is_opened_with_sequence_one() {
        assertThat(define(CAMPAIGN)).isEqualTo(new Opened(new Campaign(CAMPAIGN, 1, NOW)));
    }

    @Test
    void an_unknown_framework_is_refused_where_it_is_named() {
        InMemoryFrameworks none = new InMemoryFrameworks();

        DefineCampaign.Result result = defineCampaign(CAMPAIGN, none, campaigns).define("…");

        assertThat(((Faulty) result).faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("unknown-framework");
            assertThat(fault.line()).isEqualTo(3);
        });
        assertThat(campaigns.all()).isEmpty();
    }

    @Test
    void a_check_point_that_the_framework_does_not_have_is_refused() {
        CampaignDefinition assigned = Campaigns2021.collecting(
                CAMPAIGN,
                List.of(
                        new Assignment("robot", List.of("service"), List.of(), null),
                        new Assignment(null, List.of("service", "sevrice"), List.of(), null)));

        assertThat(((Faulty) define(assigned)).faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("unknown-check-point");
            assertThat(fault.path()).isEqualTo("collection[1].checkPoints[1]");
        });
        assertThat(campaigns.all()).isEmpty();
    }

    @Test
    void who_collects_what_may_change_at_any_time() {
        define(CAMPAIGN);
        List<Assignment> all = List.of(new Assignment("robot", List.of(), List.of(), null));

        assertThat(define(Campaigns2021.collecting(CAMPAIGN, all))).isInstanceOf(Redefined.class);
    }

    @Test
    void a_framework_that_needs_another_campaign_is_refused_with_the_remedy() {
        others = Set.of("demo-2020");

        DefineCampaign.Result result = define(CAMPAIGN);

        assertThat(((Faulty) result).faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("needs-another-campaign");
            assertThat(fault.reason()).contains("[demo-2020]", "states its parameters as numbers");
        });
        assertThat(campaigns.all()).isEmpty();
    }

    @Test
    void a_check_point_that_is_sampled_otherwise_must_be_one_of_the_framework() {
        Sampling sampling = new Sampling(
                "demo",
                BigDecimal.ONE,
                BigDecimal.ZERO,
                1,
                List.of(new OtherPart(List.of("nowhere"), BigDecimal.ONE, BigDecimal.ZERO, 1)));

        DefineCampaign.Result result = define(Campaigns2021.sampled(CAMPAIGN, sampling));

        assertThat(((Faulty) result).faults())
                .extracting(Fault::path, Fault::code)
                .containsExactly(tuple("sampling.except[0].checkPoints[0]", "unknown-check-point"));
    }

    @Test
    void the_same_definition_again_changes_nothing() {
        define(CAMPAIGN);

        assertThat(define(CAMPAIGN)).isInstanceOf(Unchanged.class);
        assertThat(campaigns.find("demo").map(Campaign::sequence)).contains(1L);
    }

    @Test
    void a_change_counts_the_sequence_up() {
        define(CAMPAIGN);
        CampaignDefinition changed = Campaigns2021.withGroups(CAMPAIGN, List.of(Campaigns2021.county()));

        assertThat(define(changed)).isEqualTo(new Redefined(new Campaign(changed, 2, NOW)));
    }

    @Test
    void whoever_always_comes_too_late_is_told() {
        Campaigns contended = new Campaigns() {
            @Override
            public Optional<Campaign> find(String id) {
                return Optional.empty();
            }

            @Override
            public List<Campaign> all() {
                return List.of();
            }

            @Override
            public boolean save(Campaign next) {
                return false;
            }
        };

        assertThat(defineCampaign(CAMPAIGN, frameworks, contended).define("…")).isEqualTo(new Contended("demo"));
    }

    @Nested
    class Once_targets_are_registered {

        @BeforeEach
        void a_target_is_registered() {
            define(CAMPAIGN);
            targets.save("demo", List.of(Target.registered("demo", "yun", Campaigns2021.place("云州"))));
        }

        @Test
        void a_group_in_use_stays() {
            DefineCampaign.Result result = define(Campaigns2021.withGroups(CAMPAIGN, List.of(Campaigns2021.county())));

            assertThat(((Fixed) result).faults()).extracting(Fault::code).containsExactly("group-in-use");
        }

        @Test
        void a_group_without_targets_may_go() {
            CampaignDefinition without =
                    Campaigns2021.withGroups(CAMPAIGN, List.of(CAMPAIGN.groups().getFirst()));

            assertThat(define(without)).isInstanceOf(Redefined.class);
        }

        @Test
        void framework_time_basis_and_the_mark_of_invention_stay() {
            frameworks.add(FrameworkVersion.of("demo@2", new Name("示例", "Demo"), "…", NOW));
            CampaignDefinition other = new CampaignDefinition(
                    "demo",
                    CAMPAIGN.name(),
                    "demo@2",
                    false,
                    TimeBasis.RECORDED,
                    CAMPAIGN.phases(),
                    CAMPAIGN.groups(),
                    CAMPAIGN.lists());

            assertThat(((Fixed) define(other)).faults())
                    .extracting(Fault::path)
                    .containsExactly("framework", "time", "invented");
            assertThat(campaigns.find("demo").map(Campaign::definition)).contains(CAMPAIGN);
        }
    }

    private DefineCampaign.Result define(CampaignDefinition definition) {
        return defineCampaign(definition, frameworks, campaigns).define("…");
    }

    private DefineCampaign defineCampaign(CampaignDefinition read, Frameworks published, Campaigns stored) {
        CampaignLanguage language =
                file -> new CampaignLanguage.Valid(read, Map.of("framework", new CampaignLanguage.Position(3, 12)));
        FrameworkLanguage documents =
                document -> new FrameworkLanguage.Valid("demo@1", new Name("示例", "Demo"), others, Set.of("service"));
        return new DefineCampaign(language, documents, stored, published, targets, Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
