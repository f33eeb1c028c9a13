package cn.lingpao.scoring.adapter.streams;

import cn.lingpao.contracts.CampaignDefined;
import cn.lingpao.contracts.CampaignDefined.RankedList;
import cn.lingpao.contracts.ListRanked;
import cn.lingpao.contracts.TargetScored;
import cn.lingpao.methodology.engine.Answer;
import cn.lingpao.methodology.engine.CompiledFramework;
import cn.lingpao.methodology.engine.Engine;
import cn.lingpao.methodology.engine.GroupResult;
import cn.lingpao.methodology.engine.Member;
import cn.lingpao.methodology.engine.Ranking;
import cn.lingpao.methodology.engine.Sheet;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.scoring.adapter.streams.state.TargetFile;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The score sheets and rankings of a group: a pure function of what its book holds.
 *
 * @param ignored verdicts that the framework has no use for: an unknown check point, or a value its rule does not take
 */
record GroupScores(List<TargetScored> sheets, List<ListRanked> rankings, int ignored) {

    static GroupScores of(
            String groupId, CampaignDefined campaign, CompiledFramework compiled, Collection<TargetFile> files) {
        Framework framework = compiled.framework();
        List<Filing> filings =
                files.stream().map(Filing::of).filter(Objects::nonNull).toList();
        SortedMap<String, Map<String, Answer>> cells = new TreeMap<>();
        SortedMap<String, BigDecimal> awards = new TreeMap<>();
        int ignored = 0;
        for (Filing filing : filings) {
            Map<String, Answer> answers = filing.answers(framework);
            ignored += filing.cells().size() - answers.size();
            cells.put(filing.target().targetId(), answers);
            awards.put(filing.target().targetId(), filing.awardPoints());
        }
        List<Member> roster = filings.stream()
                .map(Filing::target)
                .map(target -> new Member(target.targetId(), target.divisionCode()))
                .toList();
        GroupResult result = Engine.score(compiled, roster, cells, awards);
        List<TargetScored> sheets = filings.stream()
                .map(filing -> sheet(
                        framework,
                        filing,
                        result.sheet(filing.target().targetId()).orElseThrow()))
                .toList();
        List<ListRanked> rankings = campaign.lists().stream()
                .filter(list -> list.groupId().equals(groupId))
                .map(list -> ranking(campaign.campaignId(), list, framework, members(filings, list), result))
                .toList();
        return new GroupScores(sheets, rankings, ignored);
    }

    private static TargetScored sheet(Framework framework, Filing filing, Sheet sheet) {
        return new TargetScored(
                filing.target().campaignId(),
                filing.target().targetId(),
                filing.target().groupId(),
                framework.ref(),
                sheet.total(),
                sheet.level(),
                sheet.bonus(),
                filing.cells().size(),
                filing.awardsGiven(),
                sheet.nodes().stream().map(Values::node).toList(),
                sheet.points().stream()
                        .map(point -> Values.point(point, filing.cells().get(point.checkPointId())))
                        .toList());
    }

    private static List<Filing> members(Collection<Filing> filings, RankedList list) {
        return filings.stream().filter(filing -> list.includes(filing.target())).toList();
    }

    private static ListRanked ranking(
            String campaignId, RankedList list, Framework framework, List<Filing> members, GroupResult result) {
        List<Ranking.Candidate> candidates = members.stream()
                .map(Filing::target)
                .map(target -> new Ranking.Candidate(
                        target.targetId(),
                        target.divisionCode(),
                        result.sheet(target.targetId()).orElseThrow().total()))
                .toList();
        return new ListRanked(
                campaignId,
                list.id(),
                list.groupId(),
                framework.ref(),
                members.stream().mapToInt(filing -> filing.cells().size()).sum(),
                Ranking.of(framework, candidates).entries().stream()
                        .map(Values::entry)
                        .toList());
    }
}
