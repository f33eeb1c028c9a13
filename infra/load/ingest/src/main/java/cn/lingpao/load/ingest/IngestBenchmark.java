package cn.lingpao.load.ingest;

import cn.lingpao.load.common.MeasuredStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The intake beside kafka-producer-perf-test, mongo-kafka-connect and a raw bulk upsert; its memory; and after kills. */
@Command(name = "infra/load/ingest/run.sh", mixinStandardHelpOptions = true, showDefaultValues = true)
public final class IngestBenchmark implements Callable<Integer> {

    /** What can be measured. */
    enum Case {
        RATES,
        MEMORY,
        KILLS
    }

    @Mixin
    private Settings settings = new Settings();

    @Option(names = "--only", split = ",", description = "which of ${COMPLETION-CANDIDATES}; all without it")
    private List<Case> cases = Arrays.asList(Case.values());

    @Option(names = "--mongodb", description = "connection string of a MongoDB, measured after the embedded store")
    private @Nullable String mongodb;

    @Option(names = "--no-embedded", description = "measure the MongoDB alone")
    private boolean noEmbedded;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new IngestBenchmark())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() {
        Ratios ratios = new Ratios();
        try (Place place = new Place()) {
            place.declare(ProducerReference.TOPIC);
            place.tell(settings.survey().reference(campaigns()));
            for (@Nullable String uri : stores()) {
                try (MeasuredStore store = place.store(uri)) {
                    cases.forEach(each -> run(each, place, store, ratios));
                    store.database(CollectionService.DATABASE).drop();
                }
            }
        }
        ratios.print();
        return ratios.isSound() ? 0 : 1;
    }

    private List<@Nullable String> stores() {
        List<@Nullable String> stores = new ArrayList<>();
        if (!noEmbedded) {
            stores.add(null);
        }
        if (mongodb != null) {
            stores.add(mongodb);
        }
        return stores;
    }

    private void run(Case which, Place place, MeasuredStore store, Ratios ratios) {
        switch (which) {
            case RATES -> new Rates(place, store, settings, ratios).run();
            case MEMORY -> new Memory(place, store, settings, ratios).run();
            case KILLS -> new Kills(place, store, settings, ratios).run();
        }
    }

    private static List<String> campaigns() {
        return Stream.concat(Rates.campaigns().stream(), Stream.of(Memory.campaign(), Kills.campaign()))
                .toList();
    }
}
