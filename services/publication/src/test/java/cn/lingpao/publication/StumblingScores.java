package cn.lingpao.publication;

import cn.lingpao.publication.application.Scores;
import cn.lingpao.publication.domain.ScoreSheet;
import cn.lingpao.publication.domain.Standing;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;

/** Scores that refuse the sheet of a target as often as a test asks, to see what becomes of the message. */
public final class StumblingScores implements Scores {

    private static final Map<String, Integer> STUMBLES = new ConcurrentHashMap<>();

    private final Scores scores;

    private StumblingScores(Scores scores) {
        this.scores = scores;
    }

    /** Refuses the next {@code times} sheets of this target. */
    public static void stumbleOver(String targetId, int times) {
        STUMBLES.put(targetId, times);
    }

    public static int left(String targetId) {
        return STUMBLES.getOrDefault(targetId, 0);
    }

    @Override
    public int keepSheets(List<Positioned<ScoreSheet>> sheets) {
        for (Positioned<ScoreSheet> sheet : sheets) {
            String targetId = sheet.value().targetId();
            if (left(targetId) > 0) {
                STUMBLES.merge(targetId, -1, Integer::sum);
                throw new IllegalStateException("stumbled over " + targetId);
            }
        }
        return scores.keepSheets(sheets);
    }

    @Override
    public int keepStandings(List<Positioned<Standing>> standings) {
        return scores.keepStandings(standings);
    }

    @Override
    public Map<String, ScoreSheet> sheets(String campaignId) {
        return scores.sheets(campaignId);
    }

    @Override
    public Map<String, Standing> standings(String campaignId) {
        return scores.standings(campaignId);
    }

    @Override
    public Progress progress(String campaignId) {
        return scores.progress(campaignId);
    }

    /** Puts the stumbling in front of the real store. */
    static class Configuration {

        @Bean
        static BeanPostProcessor stumbling() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof Scores scores ? new StumblingScores(scores) : bean;
                }
            };
        }
    }
}
