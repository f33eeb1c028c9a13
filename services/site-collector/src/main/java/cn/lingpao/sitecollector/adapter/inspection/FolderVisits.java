package cn.lingpao.sitecollector.adapter.inspection;

import cn.lingpao.inspection.check.Check;
import cn.lingpao.inspection.check.Checks;
import cn.lingpao.inspection.run.Assignment;
import cn.lingpao.inspection.run.Collection;
import cn.lingpao.inspection.run.CollectionRun;
import cn.lingpao.inspection.run.Outcome;
import cn.lingpao.inspection.run.ProbeSeries;
import cn.lingpao.sitecollector.application.Visits;
import cn.lingpao.sitecollector.domain.Errand;
import cn.lingpao.sitecollector.domain.Found;
import cn.lingpao.sitecollector.domain.Run;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** Makes the visits of each run in a folder of its own, from whose journal they go on after a kill. */
public final class FolderVisits implements Visits {

    private static final Logger LOG = LoggerFactory.getLogger(FolderVisits.class);

    private final VisitSettings settings;

    public FolderVisits(VisitSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<Found> make(Run run, List<Errand> errands, Watcher watcher) throws IOException {
        FoundFile whole = new FoundFile(folder(run).resolve("found.ndjson"));
        Optional<List<Found>> before = whole.read();
        if (before.isPresent()) {
            return before.get();
        }
        Files.createDirectories(folder(run));
        List<Assignment> assignments = Assignments.of(errands);
        List<Outcome> outcomes = Collection.run(request(run, errands), assignments, heard(watcher), watcher::noticed);
        List<Found> found = Assignments.found(outcomes, errands);
        if (!Thread.currentThread().isInterrupted()) {
            whole.write(found);
        }
        return found;
    }

    @Override
    public Path archive(Run run) {
        return folder(run).resolve("collection.warc.gz");
    }

    @Override
    public void keepSeries(Run run) throws IOException {
        ProbeSeries.add(folder(run).resolve("journal.ndjson"), series(run));
    }

    /** A file a campaign. */
    private Path series(Run run) {
        String name = URLEncoder.encode(run.campaignId(), StandardCharsets.UTF_8);
        return settings.folder().resolve("series").resolve(name + ".ndjson");
    }

    @Override
    public void forget(Run run) throws IOException {
        FileSystemUtils.deleteRecursively(folder(run));
    }

    @Override
    public void drop(Run run) {
        try {
            forget(run);
        } catch (IOException left) {
            LOG.warn("{} stays: {}", folder(run), left.getMessage());
        }
    }

    private Path folder(Run run) {
        return settings.folder().resolve(run.id());
    }

    private Collection.Request request(Run run, List<Errand> errands) {
        Set<String> wanted = errands.stream()
                .flatMap(errand -> errand.points().keySet().stream())
                .collect(Collectors.toSet());
        List<Check> checks = Checks.all().stream()
                .filter(check -> wanted.contains(check.id()))
                .toList();
        return new Collection.Request(
                folder(run),
                series(run),
                checks,
                settings.networks(),
                settings.parameters(),
                Stream.of(settings.userAgent())
                        .filter(name -> !name.isBlank())
                        .findFirst()
                        .orElseGet(Collection::anonymous),
                settings.parallel(),
                settings.delay(),
                settings.perChannel(),
                settings.withBrowser());
    }

    private static CollectionRun.Progress heard(Watcher watcher) {
        return new CollectionRun.Progress() {
            @Override
            public void started(int cells, int finished) {
                watcher.started(cells, finished);
            }

            @Override
            public void decided(Outcome outcome) {
                watcher.decided();
            }
        };
    }
}
