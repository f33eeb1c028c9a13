package cn.lingpao.scoring.adapter.streams;

import cn.lingpao.contracts.CampaignDefined;
import cn.lingpao.contracts.CampaignDefined.RankedList;
import cn.lingpao.contracts.ListRanked;
import cn.lingpao.contracts.TargetRegistered;
import cn.lingpao.contracts.TargetScored;
import cn.lingpao.contracts.TargetScored.NodeScore;
import cn.lingpao.methodology.engine.Answer;
import cn.lingpao.methodology.engine.CompiledFramework;
import cn.lingpao.methodology.engine.Group;
import cn.lingpao.methodology.engine.Member;
import cn.lingpao.methodology.engine.Ranking;
import cn.lingpao.methodology.engine.Sheet;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Value;
import cn.lingpao.scoring.adapter.streams.state.Entry;
import cn.lingpao.scoring.adapter.streams.state.Entry.Award;
import cn.lingpao.scoring.adapter.streams.state.Entry.Cell;
import cn.lingpao.scoring.adapter.streams.state.TargetFile;
import cn.lingpao.scoring.domain.Answers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A group in the engine, kept up to date entry by entry: a change costs what it reaches. Which targets there are, framework
 * and campaign are those it was made with.
 */
final class LiveGroup {

    private static final int GAPS_SHOWN = 10;

    private final CampaignDefined campaign;
    private final Framework framework;
    private final List<RankedList> lists;
    private final SortedMap<String, TargetFile> files;
    private final SortedMap<String, TargetRegistered> targets;
    private final Group group;
    private final Map<String, Place> places = new HashMap<>();
    private final SortedSet<String> touched = new TreeSet<>();
    private final Set<String> ignored = new HashSet<>();
    private boolean isNew = true;

    private LiveGroup(
            String groupId,
            CampaignDefined campaign,
            CompiledFramework compiled,
            SortedMap<String, TargetFile> files,
            SortedMap<String, TargetRegistered> targets) {
        this.campaign = campaign;
        this.framework = compiled.framework();
        this.files = files;
        this.targets = targets;
        lists = campaign.lists().stream()
                .filter(list -> list.groupId().equals(groupId))
                .toList();
        List<Member> roster = targets.values().stream()
                .map(target -> new Member(target.targetId(), target.divisionCode()))
                .toList();
        group = Group.of(compiled, roster);
    }

    /** @param files by target id; read again whenever a sheet is made */
    static LiveGroup of(
            String groupId,
            CampaignDefined campaign,
            CompiledFramework framework,
            SortedMap<String, TargetFile> files) {
        SortedMap<String, TargetRegistered> targets = new TreeMap<>();
        files.forEach((id, file) -> {
            TargetRegistered target = file.target();
            if (target != null) {
                targets.put(id, target);
            }
        });
        LiveGroup live = new LiveGroup(groupId, campaign, framework, files, targets);
        targets.keySet().forEach(id -> {
            TargetFile file = Objects.requireNonNull(files.get(id));
            file.entries().forEach(entry -> live.take(file, entry));
            live.touched.add(id);
        });
        return live;
    }

    /** @param file that of the target, with the entry in it */
    void take(TargetFile file, Entry entry) {
        String target = file.targetId();
        if (!targets.containsKey(target)) {
            return;
        }
        touched.add(target);
        switch (entry) {
            case Cell cell -> take(target, cell);
            case Award award -> group.award(target, Filing.awards(file.entries()));
        }
    }

    private void take(String target, Cell cell) {
        Value value = Answers.value(cell.value());
        String key = target + "\n" + cell.id();
        if (framework.accepts(cell.id(), value).isEmpty()) {
            group.set(target, cell.id(), new Answer(value, cell.verdictId()));
            ignored.remove(key);
            return;
        }
        if (framework.checkPoint(cell.id()).isPresent()
                || framework.variable(cell.id()).isPresent()) {
            group.set(target, cell.id(), null);
        }
        ignored.add(key);
    }

    /** The sheets of those that changed, and the rankings that may have. */
    GroupScores score() {
        Group.Moved moved = group.refresh();
        List<String> gaps = group.gaps();
        if (!gaps.isEmpty()) {
            throw new IllegalStateException("%d values are missing that %s forbids to be: %s"
                    .formatted(
                            gaps.size(),
                            framework.ref(),
                            gaps.stream().limit(GAPS_SHOWN).toList()));
        }
        int[] rows = moved.all() ? IntStream.range(0, group.targets().size()).toArray() : moved.rows();
        for (int row : rows) {
            touched.add(group.targets().get(row));
        }
        List<TargetScored> told = new ArrayList<>();
        boolean placesMoved = isNew;
        isNew = false;
        for (String target : touched) {
            TargetScored now = sheet(target);
            told.add(now);
            Place place = new Place(now.verdicts(), now.total(), now.level(), ranked(now));
            placesMoved |= !place.equals(places.put(target, place));
        }
        touched.clear();
        List<ListRanked> rankings =
                placesMoved ? lists.stream().map(this::ranking).toList() : List.of();
        return new GroupScores(told, rankings, ignored.size());
    }

    /** What a ranking takes from a sheet. */
    private record Place(
            int verdicts,
            @Nullable BigDecimal total,
            @Nullable String level,
            @Nullable BigDecimal ranked) {}

    /** What the framework ranks by: the total, or the score of a node or figure. */
    private @Nullable BigDecimal ranked(TargetScored sheet) {
        String of = framework.ranking().of();
        if (of == null || of.equals(framework.id())) {
            return sheet.total();
        }
        Stream<NodeScore> figures = sheet.figures() == null ? Stream.of() : sheet.figures().stream();
        return Stream.concat(sheet.nodes().stream(), figures)
                .filter(node -> node.nodeId().equals(of))
                .map(NodeScore::score)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private TargetScored sheet(String target) {
        Sheet sheet = group.result().sheet(target).orElseThrow();
        return Filing.of(Objects.requireNonNull(files.get(target)))
                .sheet(Objects.requireNonNull(targets.get(target)), framework, sheet);
    }

    private ListRanked ranking(RankedList list) {
        List<TargetRegistered> members =
                targets.values().stream().filter(list::includes).toList();
        List<Ranking.Candidate> candidates = members.stream()
                .map(target -> new Ranking.Candidate(
                        target.targetId(),
                        target.divisionCode(),
                        place(target.targetId()).ranked()))
                .toList();
        return new ListRanked(
                campaign.campaignId(),
                list.id(),
                list.groupId(),
                framework.ref(),
                members.stream()
                        .mapToInt(target -> place(target.targetId()).verdicts())
                        .sum(),
                Ranking.of(framework, candidates).entries().stream()
                        .map(entry -> {
                            Place place = place(entry.targetId());
                            return Values.entry(entry, place.total(), place.level());
                        })
                        .toList());
    }

    private Place place(String targetId) {
        return Objects.requireNonNull(places.get(targetId));
    }
}
