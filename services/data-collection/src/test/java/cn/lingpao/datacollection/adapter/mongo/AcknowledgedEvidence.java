package cn.lingpao.datacollection.adapter.mongo;

import cn.lingpao.datacollection.domain.evidence.Capture;
import cn.lingpao.datacollection.domain.evidence.Content;
import cn.lingpao.datacollection.domain.evidence.Kind;
import cn.lingpao.datacollection.domain.evidence.Origin;
import cn.lingpao.datacollection.domain.evidence.Place;
import cn.lingpao.datacollection.domain.evidence.Sha256;
import cn.lingpao.embedded.EmbeddedStore;
import com.mongodb.client.MongoClients;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The process to be killed: brings evidence without end and prints what was acknowledged. */
final class AcknowledgedEvidence {

    private static final int WRITERS = 3;
    private static final Instant AT = Instant.parse("2021-10-01T02:00:00Z");

    private AcknowledgedEvidence() {}

    public static void main(String[] arguments) {
        EmbeddedStore store = EmbeddedStore.start(Path.of(arguments[0]), 0);
        MongoEvidence evidence = evidence(store);
        evidence.prepare();
        for (int writer = 0; writer < WRITERS; writer++) {
            int seed = Integer.parseInt(arguments[1]) * WRITERS + writer;
            Thread.ofPlatform().start(() -> bring(evidence, seed));
        }
    }

    static MongoEvidence evidence(EmbeddedStore store) {
        return new MongoEvidence(new MongoTemplate(MongoClients.create(store.uri()), "killed"));
    }

    private static void bring(MongoEvidence evidence, int seed) {
        for (int number = 0; ; number++) {
            byte[] bytes = bytes(seed, number);
            Sha256 hash = Sha256.of(Sha256.digest().digest(bytes));
            evidence.keep(
                    new Content(hash, bytes.length, "application/octet-stream", "no", AT),
                    null,
                    new ByteArrayInputStream(bytes));
            evidence.add(new Capture(
                    "c",
                    hash,
                    Kind.FILE,
                    AT,
                    new Place(null, null, List.of(), null, null, null),
                    new Origin("robot", null, "robot"),
                    null,
                    null));
            synchronized (System.out) {
                System.out.println(seed + " " + number + " " + hash);
            }
        }
    }

    /** Two chunks of GridFS and a little, another content for each number. */
    private static byte[] bytes(int seed, int number) {
        byte[] bytes = new byte[520_001];
        new Random(seed * 1_000_003L + number).nextBytes(bytes);
        return bytes;
    }
}
