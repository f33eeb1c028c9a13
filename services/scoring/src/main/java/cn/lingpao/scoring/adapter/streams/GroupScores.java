package cn.lingpao.scoring.adapter.streams;

import cn.lingpao.contracts.CampaignDefined;
import cn.lingpao.contracts.CampaignDefined.RankedList;
import cn.lingpao.contracts.ListRanked;
import cn.lingpao.contracts.TargetRegistered;
import cn.lingpao.contracts.TargetScored;
import cn.lingpao.methodology.engine.Answer;
import cn.lingpao.methodology.engine.Engine;
import cn.lingpao.methodology.engine.GroupResult;
import cn.lingpao.methodology.engine.Member;
import cn.lingpao.methodology.engine.Ranking;
import cn.lingpao.methodology.engine.Sheet;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.scoring.adapter.streams.GroupBook.TargetFile;
import cn.lingpao.scoring.adapter.streams.GroupFact.CellDecided;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The score sheets and rankings of a group: a pure function of what its book holds.
 *
 * @param ignored verdicts that the framework has no use for: an unknown check point, or a value its rule does not take
 */
record GroupScores(List<TargetScored> sheets, List<ListRanked> rankings, int ignored) {

    static GroupScores of(String groupId, GroupBook book) {
        Framework framework = book.framework().framework();
        Collection<TargetFile> files = book.files();
        SortedMap<String, Map<String, Answer>> cells = new TreeMap<>();
        SortedMap<String, BigDecimal> awards = new TreeMap<>();
        int ignored = 0;
        for (TargetFile file : files) {
            Map<String, Answer> answers = answers(framework, file);
            ignored += file.cells().size() - answers.size();
            cells.put(file.target().targetId(), answers);
            awards.put(file.target().targetId(), file.awardPoints());
        }
        List<Member> roster = files.stream()
                .map(file -> new Member(file.target().targetId(), file.target().divisionCode()))
                .toList();
        GroupResult result = Engine.score(book.framework(), roster, cells, awards);
        return new GroupScores(sheets(framework, files, result), rankings(groupId, book, files, result), ignored);
    }

    private static Map<String, Answer> answers(Framework framework, TargetFile file) {
        SortedMap<String, Answer> answers = new TreeMap<>();
        for (CellDecided cell : file.cells().values()) {
            var value = Values.ofVerdict(cell.value());
            if (framework.accepts(cell.checkPointId(), value).isEmpty()) {
                answers.put(cell.checkPointId(), new Answer(value, cell.verdictId()));
            }
        }
        return answers;
    }

    private static List<TargetScored> sheets(Framework framework, Collection<TargetFile> files, GroupResult result) {
        return files.stream()
                .map(file -> sheet(
                        framework, file, result.sheet(file.target().targetId()).orElseThrow()))
                .toList();
    }

    private static TargetScored sheet(Framework framework, TargetFile file, Sheet sheet) {
        TargetRegistered target = file.target();
        return new TargetScored(
                target.campaignId(),
                target.targetId(),
                target.groupId(),
                framework.ref(),
                sheet.total(),
                sheet.level(),
                sheet.bonus(),
                file.cells().size(),
                file.awardsGiven(),
                sheet.nodes().stream().map(Values::node).toList(),
                sheet.points().stream()
                        .map(point -> Values.point(point, file.cells().get(point.checkPointId())))
                        .toList());
    }

    private static List<ListRanked> rankings(
            String groupId, GroupBook book, Collection<TargetFile> files, GroupResult result) {
        CampaignDefined campaign = book.campaign();
        Framework framework = book.framework().framework();
        return campaign.lists().stream()
                .filter(list -> list.groupId().equals(groupId))
                .map(list -> ranking(campaign.campaignId(), list, framework, members(files, list), result))
                .toList();
    }

    private static List<TargetFile> members(Collection<TargetFile> files, RankedList list) {
        return files.stream().filter(file -> list.includes(file.target())).toList();
    }

    private static ListRanked ranking(
            String campaignId, RankedList list, Framework framework, List<TargetFile> members, GroupResult result) {
        List<Ranking.Candidate> candidates = members.stream()
                .map(TargetFile::target)
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
                members.stream().mapToInt(file -> file.cells().size()).sum(),
                Ranking.of(framework, candidates).entries().stream()
                        .map(Values::entry)
                        .toList());
    }
}
