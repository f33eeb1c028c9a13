package cn.lingpao.publication.application;

import cn.lingpao.publication.domain.ScoreSheet;
import cn.lingpao.publication.domain.Standing;
import java.util.List;
import java.util.Map;

/** The newest score sheets and rankings, as scoring tells them; internal, never shown as they are. */
public interface Scores {

    /**
     * Keeps the newest of each; a stale or repeated one changes nothing.
     *
     * @return how many changed nothing
     */
    int keepSheets(List<Positioned<ScoreSheet>> sheets);

    /** Likewise for rankings. */
    int keepStandings(List<Positioned<Standing>> standings);

    /** The sheets of a campaign by target. */
    Map<String, ScoreSheet> sheets(String campaignId);

    /** The rankings of a campaign by list. */
    Map<String, Standing> standings(String campaignId);

    Progress progress(String campaignId);

    /** Something with its place in the log; within a partition a higher offset is newer. */
    record Positioned<T>(T value, int partition, long offset) {}

    /** How far the chain has come: cells with a verdict, awards that count, targets with a sheet. */
    record Progress(long verdicts, long awards, long targets) {}
}
