package cn.lingpao.sitecollector.adapter.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.contracts.SiteCheck;
import cn.lingpao.inspection.check.Check;
import cn.lingpao.inspection.check.Checks;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PublishedChecksTest {

    @Test
    void the_words_of_campaign_files_are_the_checks_there_are() {
        assertThat(Stream.of(SiteCheck.values()).map(SiteCheck::id))
                .containsExactlyInAnyOrderElementsOf(
                        Checks.all().stream().map(Check::id).toList());
    }
}
