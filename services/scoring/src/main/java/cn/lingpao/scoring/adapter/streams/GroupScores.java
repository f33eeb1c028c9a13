package cn.lingpao.scoring.adapter.streams;

import cn.lingpao.contracts.ListRanked;
import cn.lingpao.contracts.TargetScored;
import java.util.List;

/**
 * The score sheets and rankings of a group that may differ from those told before.
 *
 * @param ignored verdicts that the framework has no use for: an unknown check point, or a value its rule does not take
 */
record GroupScores(List<TargetScored> sheets, List<ListRanked> rankings, int ignored) {}
