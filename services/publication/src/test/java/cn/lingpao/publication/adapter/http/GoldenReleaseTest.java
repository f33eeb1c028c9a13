package cn.lingpao.publication.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.publication.domain.Composition;
import cn.lingpao.publication.domain.Draft;
import cn.lingpao.publication.domain.Release;
import cn.lingpao.publication.domain.Samples;
import cn.lingpao.publication.domain.Snapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The public documents byte by byte: a change here changes the hash of every release and what readers of the API get. The
 * portal reads the same files.
 */
class GoldenReleaseTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    @ParameterizedTest
    @MethodSource("documents")
    void a_document_is_written_as_ever(String name, String json) throws IOException {
        assertThat(json).isEqualTo(Files.readString(FOLDER.resolve(name), StandardCharsets.UTF_8));
    }

    static Stream<Arguments> documents() {
        Snapshot snapshot = Samples.snapshot();
        Draft draft = Composition.compose(snapshot);
        Release.Act act = new Release.Act(Instant.parse("2021-12-10T02:00:00Z"), "publisher", 1, "a wrong decimal");
        Release release = Release.of(snapshot, draft, 2, act);
        return Stream.of(
                Arguments.of("campaigns.json", Overviews.campaigns(List.of(release))),
                Arguments.of("releases.json", Overviews.releases(List.of(release))),
                Arguments.of("release.json", Overviews.release(release)),
                Arguments.of(
                        "ranking.json",
                        Objects.requireNonNull(draft.lists().get("harbours")).json()),
                Arguments.of(
                        "target.json",
                        Objects.requireNonNull(draft.targets().get("fennel")).json()));
    }
}
