package cn.lingpao.datacollection.domain.plan;

import cn.lingpao.datacollection.domain.Observer;
import java.time.Instant;

/**
 * A check that has fallen back to people, because they overturned too many of its results.
 *
 * @param collector the program whose check it is
 * @param since from then on what people found is needed
 * @param reviewed results that people had looked at, of which they {@code overturned} some
 */
public record Fallback(
        String collector, String checkPointId, String reason, Instant since, long reviewed, long overturned) {

    boolean isOf(Observer observer) {
        return observer.equals(new Observer(collector, Observer.Kind.SYSTEM));
    }
}
