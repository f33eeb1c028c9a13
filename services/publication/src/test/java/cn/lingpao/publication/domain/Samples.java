package cn.lingpao.publication.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An invented campaign: six places of two groups, and a list of the first three beside a list of everybody. */
public final class Samples {

    public static final String CAMPAIGN = "sample-2021";
    public static final Campaign.ListRule TOP = list("north", "province", null, 3);
    public static final Campaign.ListRule ALL = list("harbours", "province", "harbour", null);

    private Samples() {}

    public static Campaign campaign(Campaign.ListRule... lists) {
        return new Campaign(
                CAMPAIGN,
                new Words("示例", "Sample"),
                "sample@1",
                true,
                true,
                new Campaign.Window(LocalDate.of(2021, 12, 1), LocalDate.of(2021, 12, 31)),
                List.of(lists));
    }

    public static Campaign.ListRule list(String id, String group, @Nullable String where, @Nullable Integer top) {
        return new Campaign.ListRule(id, new Words("榜 " + id, "List " + id), group, where, top);
    }

    public static Framework framework() {
        Framework.Node service = leaf("service", "60", "service.online", "service.found");
        Framework.Node data = leaf("data", "40", "data.open");
        return new Framework(
                "sample@1",
                "f00d",
                new Words("示例指标", "Sample framework"),
                null,
                new BigDecimal("100"),
                new Framework.Weights("platform", new Words("平台默认权重（非官方）", "Platform default weights (unofficial)")),
                List.of(new Words("一级指标", "Dimension")),
                List.of(new Framework.Level("good", new Words("良好", "Good"), new BigDecimal("75"))),
                new Framework.Bonus("innovation", new Words("创新", "Innovation"), new BigDecimal("10")),
                new Framework.Node(
                        "sample",
                        new Words("示例指标", "Sample framework"),
                        BigDecimal.ONE,
                        null,
                        List.of(service, data),
                        List.of()),
                List.of());
    }

    private static Framework.Node leaf(String id, String weight, String... checkPoints) {
        return new Framework.Node(
                id, new Words("指标 " + id, "Node " + id), new BigDecimal(weight), null, List.of(), List.of(checkPoints));
    }

    public static Target target(String id, String... marks) {
        return new Target(id, new Words("虚构" + id, "Invented " + id), null, "province", Set.of(marks));
    }

    /** A sheet of two nodes that both have {@code total}; null is a target without a score. */
    public static ScoreSheet sheet(String targetId, @Nullable String total) {
        BigDecimal score = total == null ? null : new BigDecimal(total);
        ScoreSheet.State state = total == null ? ScoreSheet.State.MISSING : ScoreSheet.State.SCORED;
        return new ScoreSheet(
                CAMPAIGN,
                targetId,
                "sample@1",
                score,
                level(score),
                BigDecimal.ZERO,
                total == null ? 0 : 3,
                0,
                List.of(
                        new ScoreSheet.NodeScore("sample", state, score),
                        new ScoreSheet.NodeScore("service", state, score),
                        new ScoreSheet.NodeScore("data", state, score)),
                List.of(
                        new ScoreSheet.PointState("service.online", state),
                        new ScoreSheet.PointState("service.found", ScoreSheet.State.UNDETERMINED),
                        new ScoreSheet.PointState("data.open", state)),
                List.of(),
                List.of());
    }

    public static Standing.Place place(String targetId, @Nullable Integer rank, @Nullable String total) {
        BigDecimal score = total == null ? null : new BigDecimal(total);
        return new Standing.Place(targetId, rank == null ? null : BigDecimal.valueOf(rank), score, level(score));
    }

    public static Standing standing(String listId, Standing.Place... places) {
        int verdicts = 0;
        for (Standing.Place place : places) {
            verdicts += place.total() == null ? 0 : 3;
        }
        return new Standing(CAMPAIGN, listId, "sample@1", verdicts, List.of(places));
    }

    private static @Nullable String level(@Nullable BigDecimal total) {
        return total != null && total.compareTo(new BigDecimal("75")) >= 0 ? "good" : null;
    }

    /** Ranks 1, 2, 2, 4 and 5 and one unranked place; the 4th and the last are harbours, the 5th is shown nowhere. */
    public static Snapshot snapshot() {
        List<Target> targets = List.of(
                target("aster"),
                target("basil"),
                target("cedar"),
                target("dahlia", "harbour"),
                target("elm"),
                target("fennel", "harbour"));
        Map<String, String> totals = new LinkedHashMap<>();
        totals.put("aster", "91.5");
        totals.put("basil", "80");
        totals.put("cedar", "80");
        totals.put("dahlia", "66.25");
        totals.put("elm", "41.125");
        List<ScoreSheet> sheets = new ArrayList<>();
        targets.forEach(target -> sheets.add(sheet(target.id(), totals.get(target.id()))));
        return snapshot(
                campaign(TOP, ALL),
                targets,
                sheets,
                standing(
                        "north",
                        place("aster", 1, "91.5"),
                        place("basil", 2, "80"),
                        place("cedar", 2, "80"),
                        place("dahlia", 4, "66.25"),
                        place("elm", 5, "41.125"),
                        place("fennel", null, null)),
                standing("harbours", place("dahlia", 1, "66.25"), place("fennel", null, null)));
    }

    public static Snapshot snapshot(
            Campaign campaign, List<Target> targets, List<ScoreSheet> sheets, Standing... standings) {
        Map<String, Target> byId = new LinkedHashMap<>();
        targets.forEach(target -> byId.put(target.id(), target));
        Map<String, ScoreSheet> bySheet = new LinkedHashMap<>();
        sheets.forEach(sheet -> bySheet.put(sheet.targetId(), sheet));
        Map<String, Standing> byList = new LinkedHashMap<>();
        for (Standing standing : standings) {
            byList.put(standing.listId(), standing);
        }
        return new Snapshot(campaign, framework(), byId, bySheet, byList);
    }
}
