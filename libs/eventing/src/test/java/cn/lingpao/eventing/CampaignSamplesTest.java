package cn.lingpao.eventing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.contracts.CampaignDefined;
import cn.lingpao.contracts.CampaignDefined.Assignment;
import cn.lingpao.contracts.CampaignDefined.CheckedPoint;
import cn.lingpao.contracts.DomainEvent;
import cn.lingpao.contracts.Sampling;
import cn.lingpao.contracts.TargetRegistered.ChannelKind;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Campaigns that say who collects what or are sampled; the sample beside them, which says nothing of it, stays as it was. */
class CampaignSamplesTest {

    /** A golden sample, named by the file it is in. */
    private enum Golden {
        COLLECTION(with(
                2,
                List.of(
                        new Assignment(
                                "site-collector",
                                List.of("search"),
                                List.of(ChannelKind.PORTAL, ChannelKind.SERVICE_PLATFORM),
                                LocalDate.of(2021, 10, 31)),
                        new Assignment(
                                "site-collector",
                                List.of("site.https"),
                                List.of(ChannelKind.PORTAL),
                                null,
                                List.of(new CheckedPoint("https", "site.https"))),
                        new Assignment(null, List.of(), List.of(), null)),
                null)),
        SAMPLING(with(
                3,
                null,
                new Sampling(
                        "demo-2021",
                        new BigDecimal("0.05"),
                        new BigDecimal("0.1"),
                        20,
                        List.of(new Sampling.OtherPart(
                                List.of("search"), new BigDecimal("0.5"), new BigDecimal("0.2"), 5)))));

        private final CampaignDefined campaign;

        Golden(CampaignDefined campaign) {
            this.campaign = campaign;
        }

        private byte[] bytes() throws IOException {
            String file =
                    "samples/cn.lingpao.registry.campaign-defined.v1." + name().toLowerCase(Locale.ROOT) + ".json";
            try (InputStream bytes = DomainEvent.class.getResourceAsStream(file)) {
                assertThat(bytes).as(file).isNotNull();
                return bytes.readAllBytes();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_golden_sample_is_written_unchanged(Golden golden) throws IOException {
        assertThat(EventJson.MAPPER.readTree(EventJson.write(golden.campaign)))
                .isEqualTo(EventJson.MAPPER.readTree(golden.bytes()));
    }

    @ParameterizedTest
    @EnumSource
    void the_golden_sample_is_read_as_it_was(Golden golden) throws IOException {
        assertThat(EventJson.read(golden.bytes(), CampaignDefined.class)).isEqualTo(golden.campaign);
    }

    @Test
    void a_campaign_of_before_leaves_everything_to_people_and_is_not_sampled() {
        CampaignDefined before = Examples.campaign("demo-2021", 1);
        assertThat(before.collection()).isNull();
        assertThat(before.sampling()).isNull();
    }

    private static CampaignDefined with(
            long sequence, @Nullable List<Assignment> collection, @Nullable Sampling sampling) {
        CampaignDefined plain = Examples.campaign("demo-2021", sequence);
        return new CampaignDefined(
                plain.campaignId(),
                plain.sequence(),
                plain.name(),
                plain.frameworkRef(),
                plain.invented(),
                plain.time(),
                plain.phases(),
                plain.groups(),
                plain.lists(),
                collection,
                sampling,
                plain.definedAt());
    }
}
