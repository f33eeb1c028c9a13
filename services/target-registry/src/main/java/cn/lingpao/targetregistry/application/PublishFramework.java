package cn.lingpao.targetregistry.application;

import cn.lingpao.targetregistry.domain.Fault;
import cn.lingpao.targetregistry.domain.FrameworkVersion;
import java.time.Clock;
import java.util.List;

/** Publishes a version of a framework, once and for all. */
public class PublishFramework {

    private final FrameworkLanguage language;
    private final Frameworks frameworks;
    private final Clock clock;

    public PublishFramework(FrameworkLanguage language, Frameworks frameworks, Clock clock) {
        this.language = language;
        this.frameworks = frameworks;
        this.clock = clock;
    }

    public Result publish(String document) {
        return switch (language.read(document)) {
            case FrameworkLanguage.Invalid invalid -> new Faulty(invalid.faults());
            case FrameworkLanguage.Valid valid ->
                store(FrameworkVersion.of(valid.ref(), valid.name(), document, clock.instant()));
        };
    }

    private Result store(FrameworkVersion version) {
        if (frameworks.add(version)) {
            return new Published(version);
        }
        FrameworkVersion stored = frameworks
                .find(version.ref())
                .orElseThrow(() -> new IllegalStateException("framework " + version.ref() + " is taken, yet absent"));
        return stored.sameContent(version) ? new Unchanged(stored) : new Taken(stored);
    }

    /** What came of it. */
    public sealed interface Result {}

    /** A new version is there. */
    public record Published(FrameworkVersion version) implements Result {}

    /** The same content was there already. */
    public record Unchanged(FrameworkVersion version) implements Result {}

    /** The ref holds other content, which never changes. */
    public record Taken(FrameworkVersion stored) implements Result {}

    /** The document has faults; nothing is stored. */
    public record Faulty(List<Fault> faults) implements Result {}
}
