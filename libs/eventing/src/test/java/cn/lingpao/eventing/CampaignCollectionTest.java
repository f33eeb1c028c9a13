package cn.lingpao.eventing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.contracts.CampaignDefined;
import cn.lingpao.contracts.CampaignDefined.Assignment;
import cn.lingpao.contracts.CampaignDefined.CheckedPoint;
import cn.lingpao.contracts.DomainEvent;
import cn.lingpao.contracts.TargetRegistered.ChannelKind;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A campaign that says who collects what; the sample beside it, which says nothing of it, stays as it was. */
class CampaignCollectionTest {

    private static final String SAMPLE = "samples/cn.lingpao.registry.campaign-defined.v1.collection.json";

    @Test
    void the_golden_sample_is_written_unchanged() throws IOException {
        assertThat(EventJson.MAPPER.readTree(EventJson.write(assigned())))
                .isEqualTo(EventJson.MAPPER.readTree(sample()));
    }

    @Test
    void the_golden_sample_is_read_as_it_was() throws IOException {
        assertThat(EventJson.read(sample(), CampaignDefined.class)).isEqualTo(assigned());
    }

    @Test
    void a_campaign_of_before_leaves_everything_to_people() {
        assertThat(Examples.campaign("demo-2021", 1).collection()).isNull();
    }

    private static CampaignDefined assigned() {
        CampaignDefined plain = Examples.campaign("demo-2021", 2);
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
                plain.definedAt());
    }

    private static byte[] sample() throws IOException {
        try (InputStream bytes = DomainEvent.class.getResourceAsStream(SAMPLE)) {
            assertThat(bytes).as(SAMPLE).isNotNull();
            return bytes.readAllBytes();
        }
    }
}
