package cn.lingpao.targetregistry.adapter.http;

import cn.lingpao.servicesupport.Refusal;
import cn.lingpao.targetregistry.application.Frameworks;
import cn.lingpao.targetregistry.application.PublishFramework;
import cn.lingpao.targetregistry.application.PublishFramework.Faulty;
import cn.lingpao.targetregistry.application.PublishFramework.Published;
import cn.lingpao.targetregistry.application.PublishFramework.Taken;
import cn.lingpao.targetregistry.application.PublishFramework.Unchanged;
import cn.lingpao.targetregistry.domain.FrameworkVersion;
import cn.lingpao.targetregistry.domain.Name;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Frameworks over HTTP. */
@RestController
class FrameworkController {

    private final PublishFramework publishFramework;
    private final Frameworks frameworks;

    FrameworkController(PublishFramework publishFramework, Frameworks frameworks) {
        this.publishFramework = publishFramework;
        this.frameworks = frameworks;
    }

    @PostMapping(
            path = "/frameworks",
            consumes = {"application/yaml", "application/x-yaml", "text/yaml", "text/plain"})
    @PreAuthorize("hasRole('administrator')")
    ResponseEntity<Answer> publish(@RequestBody byte[] body) {
        return switch (publishFramework.publish(TextBody.read(body))) {
            case Published published ->
                ResponseEntity.created(URI.create(
                                "/api/v1/frameworks/" + published.version().ref()))
                        .body(new Answer("created", View.of(published.version())));
            case Unchanged unchanged -> ResponseEntity.ok(new Answer("unchanged", View.of(unchanged.version())));
            case Taken taken -> throw taken(taken.stored());
            case Faulty faulty -> throw Refusals.faulty("The framework", faulty.faults());
        };
    }

    private static Refusal taken(FrameworkVersion stored) {
        String detail = "Framework " + stored.ref() + " was published on " + stored.publishedAt()
                + " with other content (SHA-256 " + stored.hash()
                + ") and never changes; give the new content another version.";
        return Refusals.conflict("framework-published", detail, List.of());
    }

    @GetMapping("/frameworks")
    List<View> list() {
        return frameworks.all().stream().map(View::of).toList();
    }

    @GetMapping("/frameworks/{ref}")
    View show(@PathVariable String ref) {
        return View.of(find(ref));
    }

    @GetMapping(path = "/frameworks/{ref}/document", produces = "application/yaml;charset=UTF-8")
    ResponseEntity<String> document(@PathVariable String ref) {
        FrameworkVersion version = find(ref);
        return ResponseEntity.ok().eTag(version.hash()).body(version.document());
    }

    private FrameworkVersion find(String ref) {
        return frameworks.find(ref).orElseThrow(() -> Refusal.notFound("framework", ref));
    }

    /** What came of publishing: {@code created} or {@code unchanged}. */
    record Answer(String outcome, View framework) {}

    /** A version without its document. */
    record View(String ref, Name name, String hash, Instant publishedAt) {

        static View of(FrameworkVersion version) {
            return new View(version.ref(), version.name(), version.hash(), version.publishedAt());
        }
    }
}
