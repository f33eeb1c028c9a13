package cn.lingpao.load.ingest;

import cn.lingpao.eventing.EventJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Collectors that send the rows of a survey in batches, several at once, and send again what was not answered. */
final class Delivery {

    private final CollectionService service;
    private final Survey survey;
    private final int batch;
    private final int clients;

    Delivery(CollectionService service, Survey survey, int batch, int clients) {
        this.service = service;
        this.survey = survey;
        this.batch = batch;
        this.clients = clients;
    }

    /** What became of the rows: how long it took, and the answers by the number of the first row. */
    record Answers(double seconds, Map<Integer, String> bodies) {

        /** Counts of accepted, repeated and rejected rows. */
        Map<String, Integer> counts() {
            Map<String, Integer> counts = new TreeMap<>();
            bodies.values().forEach(body -> {
                JsonNode answer = EventJson.MAPPER.readTree(body);
                for (String outcome : List.of("accepted", "repeated", "rejected")) {
                    counts.merge(outcome, answer.get(outcome).asInt(), Integer::sum);
                }
            });
            return counts;
        }

        /** The id that each row was given. */
        Map<String, Integer> ids() {
            Map<String, Integer> ids = new ConcurrentHashMap<>();
            bodies.forEach((from, body) -> {
                for (JsonNode row : EventJson.MAPPER.readTree(body).get("rows")) {
                    ids.put(
                            row.get("observationId").asString(),
                            from + row.get("line").asInt() - 1);
                }
            });
            return ids;
        }
    }

    /** Sends what was made before: making it is not the service's work. */
    Answers prepared(String campaign, int from, int to) {
        Map<Integer, byte[]> bodies = new ConcurrentHashMap<>();
        for (int first = from; first < to; first += batch) {
            bodies.put(first, survey.batch(first, Math.min(to, first + batch)));
        }
        return send(campaign, from, to, bodies, ignored -> {});
    }

    /** @param taken is told how many rows have been answered, whenever that changes */
    Answers send(String campaign, int from, int to, IntConsumer taken) {
        return send(campaign, from, to, null, taken);
    }

    private Answers send(
            String campaign, int from, int to, @Nullable Map<Integer, byte[]> prepared, IntConsumer taken) {
        Map<Integer, String> answers = new ConcurrentHashMap<>();
        AtomicInteger next = new AtomicInteger(from);
        AtomicInteger answered = new AtomicInteger();
        Callable<Void> client = () -> {
            for (int first = next.getAndAdd(batch); first < to; first = next.getAndAdd(batch)) {
                int end = Math.min(to, first + batch);
                byte[] body = prepared == null ? survey.batch(first, end) : prepared.get(first);
                answers.put(first, untilAnswered(campaign, body));
                taken.accept(answered.addAndGet(end - first));
            }
            return null;
        };
        long start = System.nanoTime();
        together(client);
        return new Answers((System.nanoTime() - start) / 1e9, answers);
    }

    private String untilAnswered(String campaign, byte[] body) {
        String answer = service.deliver(campaign, body);
        while (answer == null) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            answer = service.deliver(campaign, body);
        }
        return answer;
    }

    private void together(Callable<Void> client) {
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<Void>> sending = new ArrayList<>();
            for (int each = 0; each < clients; each++) {
                sending.add(threads.submit(client));
            }
            for (Future<Void> each : sending) {
                each.get();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        }
    }
}
