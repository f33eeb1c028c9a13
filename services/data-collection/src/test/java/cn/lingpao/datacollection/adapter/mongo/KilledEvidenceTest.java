package cn.lingpao.datacollection.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.datacollection.domain.evidence.Sha256;
import cn.lingpao.embedded.EmbeddedStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledEvidenceTest {

    private static final int ROUNDS = 3;
    private static final int PIECES = 25;

    @TempDir
    Path folder;

    @Test
    void a_killed_process_lost_no_evidence_it_acknowledged() throws Exception {
        List<Sha256> acknowledged = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            acknowledged.addAll(killed(round));
            try (EmbeddedStore store = EmbeddedStore.start(folder, 0)) {
                MongoEvidence evidence = AcknowledgedEvidence.evidence(store);
                for (Sha256 hash : acknowledged) {
                    assertThat(evidence.standing("c", hash).orElseThrow().brought())
                            .isTrue();
                    try (InputStream bytes = evidence.open(hash).orElseThrow()) {
                        assertThat(Sha256.of(Sha256.digest().digest(bytes.readAllBytes())))
                                .isEqualTo(hash);
                    }
                }
            }
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ROUNDS * PIECES);
    }

    private List<Sha256> killed(int round) throws Exception {
        List<Sha256> acknowledged = new ArrayList<>();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AcknowledgedEvidence.class.getName(),
                        folder.toString(),
                        String.valueOf(round))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said = process.inputReader()) {
            while (acknowledged.size() < PIECES) {
                String line = said.readLine();
                assertThat(line).isNotNull();
                if (line.matches("\\d+ \\d+ [0-9a-f]{64}")) {
                    acknowledged.add(new Sha256(line.split(" ")[2]));
                }
            }
            process.toHandle().destroyForcibly();
        } catch (IOException closedByTheKill) {
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(PIECES);
        } finally {
            process.destroyForcibly().waitFor();
        }
        return acknowledged;
    }
}
