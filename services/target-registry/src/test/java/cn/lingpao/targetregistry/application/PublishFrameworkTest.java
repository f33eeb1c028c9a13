package cn.lingpao.targetregistry.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.targetregistry.application.InMemoryRegistry.InMemoryFrameworks;
import cn.lingpao.targetregistry.application.PublishFramework.Faulty;
import cn.lingpao.targetregistry.application.PublishFramework.Published;
import cn.lingpao.targetregistry.application.PublishFramework.Taken;
import cn.lingpao.targetregistry.application.PublishFramework.Unchanged;
import cn.lingpao.targetregistry.domain.Fault;
import cn.lingpao.targetregistry.domain.FrameworkVersion;
import cn.lingpao.targetregistry.domain.Name;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PublishFrameworkTest {

    private static final Instant NOW = Instant.parse("2021-09-01T00:00:00Z");

    private final InMemoryFrameworks frameworks = new InMemoryFrameworks();
    private final PublishFramework publishFramework =
            new PublishFramework(PublishFrameworkTest::read, frameworks, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void a_sound_framework_is_published_with_the_digest_of_its_text() {
        FrameworkVersion version = FrameworkVersion.of("demo@1", new Name("示例", "Demo"), "sound", NOW);

        assertThat(publishFramework.publish("sound")).isEqualTo(new Published(version));
        assertThat(version.hash()).isEqualTo("dd29442deca69f52c50006b831cb216edf78a7da33748f0a80ff19f2ebe57ecd");
        assertThat(frameworks.find("demo@1")).contains(version);
    }

    @Test
    void the_same_content_again_changes_nothing() {
        publishFramework.publish("sound");

        assertThat(publishFramework.publish("sound")).isInstanceOf(Unchanged.class);
    }

    @Test
    void other_content_under_the_same_ref_is_a_conflict() {
        publishFramework.publish("sound");

        assertThat(publishFramework.publish("sound, but other")).isInstanceOf(Taken.class);
        assertThat(frameworks.find("demo@1").map(FrameworkVersion::document)).contains("sound");
    }

    @Test
    void with_a_fault_nothing_is_stored() {
        assertThat(publishFramework.publish("unsound"))
                .isEqualTo(new Faulty(List.of(Fault.of("nodes", "duplicate-id", "…"))));
        assertThat(frameworks.all()).isEmpty();
    }

    private static FrameworkLanguage.Reading read(String document) {
        return document.startsWith("sound")
                ? new FrameworkLanguage.Valid("demo@1", new Name("示例", "Demo"), Set.of(), Set.of())
                : new FrameworkLanguage.Invalid(List.of(Fault.of("nodes", "duplicate-id", "…")));
    }
}
