package cn.lingpao.load.ingest;

import cn.lingpao.load.common.Jvm;
import cn.lingpao.load.common.MeasuredStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** How much of its heap the service holds, after a collection, as more and more rows pass through it. */
final class Memory {

    private static final String CAMPAIGN = "memory";
    private static final int LOOKS = 10;
    private static final Pattern USED = Pattern.compile("total .*used (\\d+)K");

    private final Place place;
    private final MeasuredStore store;
    private final Settings settings;
    private final Ratios ratios;

    Memory(Place place, MeasuredStore store, Settings settings, Ratios ratios) {
        this.place = place;
        this.store = store;
        this.settings = settings;
        this.ratios = ratios;
    }

    static String campaign() {
        return CAMPAIGN;
    }

    void run() {
        store.database(CollectionService.DATABASE).drop();
        place.log().empty();
        try (CollectionService service = place.service(store, settings.jvm)) {
            service.awaitReady();
            Delivery delivery = new Delivery(service, settings.survey(), settings.batch, settings.clients);
            int part = Math.max(settings.memoryRows / LOOKS, 1);
            long first = 0;
            long last = 0;
            for (int look = 0; look < LOOKS; look++) {
                delivery.send(CAMPAIGN, look * part, (look + 1) * part, ignored -> {});
                service.awaitSettled(CAMPAIGN);
                last = used(service.pid());
                first = look == 0 ? last : first;
                System.out.printf(
                        Locale.ROOT,
                        "%-10s heap after %,9d rows %6.1f MB%n",
                        store.name(),
                        (look + 1) * part,
                        last / 1e3);
            }
            ratios.atMost(store.name() + ": heap after all rows : after a tenth", last / (double) first, 1.2);
        }
    }

    /** Kilobytes in use after a full collection. */
    private static long used(long pid) {
        ask(pid, "GC.run");
        return USED.matcher(ask(pid, "GC.heap_info"))
                .results()
                .mapToLong(generation -> Long.parseLong(generation.group(1)))
                .reduce(Long::sum)
                .orElseThrow(() -> new IllegalStateException("jcmd does not tell the heap"));
    }

    private static String ask(long pid, String command) {
        try {
            Process process = new ProcessBuilder(Jvm.tool("jcmd").toString(), String.valueOf(pid), command)
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
