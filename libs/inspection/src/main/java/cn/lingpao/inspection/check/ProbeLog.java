package cn.lingpao.inspection.check;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.Subject;
import cn.lingpao.inspection.web.Capture;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The probes of a channel over all runs: a series takes days, a run minutes. */
public interface ProbeLog {

    /**
     * One request and what became of it.
     *
     * @param asked the address, which is the other of http and https where only that one answers
     * @param cause why there was no page; null when there was
     */
    record Probe(Instant at, Duration took, @Nullable Cause cause, URI asked, String evidence) {

        static Probe of(Capture answer) {
            return new Probe(answer.at(), answer.took(), answer.cause(), answer.requested(), answer.evidence());
        }
    }

    /** All probes of this channel, in their order. */
    List<Probe> of(Subject subject);

    /** Keeps a probe for later runs. */
    void keep(Subject subject, Probe probe);

    /** A log that ends with the program. */
    static ProbeLog inMemory() {
        Map<Subject, List<Probe>> probes = new ConcurrentHashMap<>();
        return new ProbeLog() {
            @Override
            public List<Probe> of(Subject subject) {
                return List.copyOf(probes.getOrDefault(subject, List.of()));
            }

            @Override
            public void keep(Subject subject, Probe probe) {
                probes.computeIfAbsent(subject, unseen -> new ArrayList<>()).add(probe);
            }
        };
    }
}
