package cn.lingpao.eventing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.contracts.CampaignDefined;
import cn.lingpao.contracts.DomainEvent;
import cn.lingpao.contracts.Sampling;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A campaign whose automatic results are sampled; the samples beside it, which say nothing of it, stay as they were. */
class CampaignSamplingTest {

    private static final String SAMPLE = "samples/cn.lingpao.registry.campaign-defined.v1.sampling.json";

    @Test
    void the_golden_sample_is_written_unchanged() throws IOException {
        assertThat(EventJson.MAPPER.readTree(EventJson.write(sampled())))
                .isEqualTo(EventJson.MAPPER.readTree(sample()));
    }

    @Test
    void the_golden_sample_is_read_as_it_was() throws IOException {
        assertThat(EventJson.read(sample(), CampaignDefined.class)).isEqualTo(sampled());
    }

    @Test
    void a_campaign_of_before_is_not_sampled() {
        assertThat(Examples.campaign("demo-2021", 1).sampling()).isNull();
    }

    private static CampaignDefined sampled() {
        CampaignDefined plain = Examples.campaign("demo-2021", 3);
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
                null,
                new Sampling(
                        "demo-2021",
                        new BigDecimal("0.05"),
                        new BigDecimal("0.1"),
                        20,
                        List.of(new Sampling.OtherPart(
                                List.of("search"), new BigDecimal("0.5"), new BigDecimal("0.2"), 5))),
                plain.definedAt());
    }

    private static byte[] sample() throws IOException {
        try (InputStream bytes = DomainEvent.class.getResourceAsStream(SAMPLE)) {
            assertThat(bytes).as(SAMPLE).isNotNull();
            return bytes.readAllBytes();
        }
    }
}
