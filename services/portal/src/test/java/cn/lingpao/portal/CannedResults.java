package cn.lingpao.portal;

import cn.lingpao.portal.results.Campaigns;
import cn.lingpao.portal.results.Ranking;
import cn.lingpao.portal.results.Ranking.State;
import cn.lingpao.portal.results.Release;
import cn.lingpao.portal.results.Releases;
import cn.lingpao.portal.results.Results;
import cn.lingpao.portal.results.Sheet;
import cn.lingpao.portal.results.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Two invented campaigns, made from a fixed seed: one with six dimensions, levels and three lists, and one as wide as an
 * index of 122 places and 13 datasets.
 */
public final class CannedResults implements Results {

    private static final Instant AT = Instant.parse("2021-12-20T02:00:00Z");
    private static final String HASH = "3f9a1c0d".repeat(8);
    private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
    private static final String BRANCHES = "子丑寅卯辰巳午未申酉戌亥";
    private static final BigDecimal FULL = new BigDecimal(100);

    /** While true, the results API is away. */
    public volatile boolean away;

    @Override
    public Campaigns campaigns() {
        available();
        return new Campaigns(List.of(overview(release("demo", 2)), overview(release("wide", 1))));
    }

    private static Campaigns.Campaign overview(Release release) {
        Release.Content content = release.content();
        return new Campaigns.Campaign(
                content.campaign().id(),
                content.campaign().name(),
                content.campaign().invented(),
                new Campaigns.Framework(
                        content.framework().ref(), content.framework().name()),
                new Campaigns.Latest(release.number(), release.hash(), release.publishedAt()));
    }

    @Override
    public Optional<Releases> releases(String campaign) {
        return campaign.equals("demo")
                ? Optional.of(new Releases(
                        "demo",
                        List.of(
                                new Releases.Header(2, HASH, AT.plusSeconds(86400), 1, "更正一处录入错误"),
                                new Releases.Header(1, HASH, AT, null, null))))
                : Optional.of(new Releases("wide", List.of(new Releases.Header(1, HASH, AT, null, null))));
    }

    @Override
    public Optional<Release> release(String campaign, String number) {
        available();
        return switch (campaign + "/" + number) {
            case "demo/latest", "demo/2" -> Optional.of(release("demo", 2));
            case "demo/1" -> Optional.of(release("demo", 1));
            case "wide/latest", "wide/1" -> Optional.of(release("wide", 1));
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<Ranking> ranking(String campaign, int number, String list) {
        return release(campaign, number).content().lists().stream()
                .filter(heading -> heading.id().equals(list))
                .map(heading -> new Ranking(heading, entries(campaign, heading)))
                .findFirst();
    }

    @Override
    public Optional<Sheet> sheet(String campaign, int number, String target) {
        Release release = release(campaign, number);
        for (Release.ListHeading list : release.content().lists()) {
            for (Ranking.Entry entry : entries(campaign, list)) {
                if (entry.target().id().equals(target)) {
                    return Optional.of(sheet(release.content().framework(), entry, list));
                }
            }
        }
        return Optional.empty();
    }

    private static Release release(String campaign, int number) {
        boolean wide = campaign.equals("wide");
        Release.Content content = new Release.Content(
                new Release.Campaign(
                        campaign,
                        wide
                                ? new Words("开放数据指数（演示）", "Open data index (demonstration)")
                                : new Words(
                                        "数字政府服务能力评估 2021（演示）",
                                        "Digital government service assessment 2021 (demonstration)"),
                        true),
                wide ? wideFramework() : framework(),
                wide
                        ? List.of(new Release.ListHeading("places", new Words("国家和地区", "Places"), null))
                        : List.of(
                                new Release.ListHeading("provincial", new Words("省级", "Provincial"), 20),
                                new Release.ListHeading(
                                        "sub-provincial", new Words("副省级城市", "Sub-provincial cities"), null),
                                new Release.ListHeading("capital", new Words("省会城市", "Provincial capitals"), 20)));
        return new Release(
                number,
                HASH,
                number == 2 ? AT.plusSeconds(86400) : AT,
                number == 2 ? 1 : null,
                number == 2 ? "更正一处录入错误" : null,
                content);
    }

    private static Release.Framework framework() {
        List<Release.Node> dimensions = List.of(
                dimension("foundation", "基础保障度", "Foundation", 20, 3),
                dimension("data", "数据支撑度", "Data support", 20, 4),
                dimension("service", "服务成熟度", "Service maturity", 30, 3),
                dimension("governance", "治理精准度", "Governance precision", 15, 3),
                dimension("satisfaction", "社会满意度", "Public satisfaction", 15, 3));
        return new Release.Framework(
                "cstc-2021@1",
                HASH,
                new Words("数字政府服务能力评估指标体系 2021", "Digital government service capability 2021"),
                null,
                FULL,
                new Release.Weights("platform", new Words("平台默认权重（非官方）", "Platform default weights (unofficial)")),
                List.of(new Words("一级指标", "Dimension"), new Words("二级指标", "Topic")),
                List.of(
                        level("excellent", "卓越", "Outstanding", 95),
                        level("good", "优秀", "Excellent", 85),
                        level("fair", "良好", "Good", 75),
                        level("growing", "发展", "Developing", 60),
                        level("starting", "准备", "Preparing", 0)),
                new Release.Bonus("innovation", new Words("优秀创新案例", "Innovation cases"), BigDecimal.TEN),
                new Release.Node("cstc-2021", new Words("总分", "Total"), BigDecimal.ONE, null, dimensions),
                null);
    }

    private static Release.Level level(String id, String zh, String en, int from) {
        return new Release.Level(id, new Words(zh, en), BigDecimal.valueOf(from));
    }

    private static Release.Node dimension(String id, String zh, String en, int weight, int topics) {
        List<Release.Node> children = new ArrayList<>();
        for (int topic = 1; topic <= topics; topic++) {
            children.add(node(
                    id + "." + topic,
                    "主题" + topic,
                    "Topic " + topic,
                    40,
                    null,
                    List.of(
                            node(id + "." + topic + ".a", "指标甲", "Indicator A", 50, null, List.of()),
                            node(id + "." + topic + ".b", "指标乙", "Indicator B", 50, null, List.of()))));
        }
        return node(id, zh, en, weight, null, children);
    }

    private static Release.Node node(
            String id, String zh, String en, int weight, @Nullable String excluded, List<Release.Node> nodes) {
        return new Release.Node(id, new Words(zh, en), BigDecimal.valueOf(weight), excluded, nodes);
    }

    private static Release.Framework wideFramework() {
        String[][] names = {
            {"国家统计", "National Statistics"}, {"政府预算", "Government Budget"}, {"立法", "Legislation"},
            {"政府采购招标", "Procurement tenders"}, {"选举结果", "Election Results"}, {"国家地图", "National Map"},
            {"天气预报", "Weather forecast"}, {"污染物排放", "Pollutant Emissions"}, {"公司登记", "Company Register"},
            {"地名与邮编", "Location datasets"}, {"水质", "Water Quality"}, {"土地权属", "Land Ownership"},
            {"政府支出", "Government Spending"}
        };
        List<Release.Node> dimensions = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            dimensions.add(node("d" + i, names[i][0], names[i][1], 1, null, List.of()));
        }
        dimensions.add(
                node("timetables", "交通时刻表", "Transport timetables", 1, "采集后剔除 / dropped after collection", List.of()));
        return new Release.Framework(
                "wide-2015@1",
                HASH,
                new Words("开放数据指数", "Open data index"),
                new Release.Source("Open data index, an invented edition", "https://example.org/index", "CC0"),
                FULL,
                new Release.Weights("source", new Words("各数据集权重相等", "Every dataset counts the same")),
                List.of(new Words("数据集", "Dataset")),
                List.of(),
                null,
                new Release.Node("wide-2015", new Words("总分", "Total"), BigDecimal.ONE, null, dimensions),
                null);
    }

    private static List<Ranking.Entry> entries(String campaign, Release.ListHeading list) {
        Release.Framework framework = campaign.equals("wide") ? wideFramework() : framework();
        int members = campaign.equals("wide") ? 122 : list.top() == null ? 15 : list.top();
        Random random = new Random(list.id().hashCode());
        List<Ranking.Entry> entries = new ArrayList<>();
        for (int i = 0; i < members; i++) {
            entries.add(entry(framework, list.id(), i, random, campaign.equals("wide")));
        }
        entries.sort(Comparator.comparing(Ranking.Entry::total, Comparator.nullsLast(Comparator.reverseOrder())));
        return ranked(entries);
    }

    private static Ranking.Entry entry(Release.Framework framework, String list, int i, Random random, boolean wide) {
        String name = "" + STEMS.charAt(i % 10) + BRANCHES.charAt(i % 12) + (i >= 60 ? "二" : "");
        boolean empty = i == 13 && list.equals("sub-provincial");
        double strength = wide ? random.nextDouble(15, 75) : random.nextDouble(62, 98);
        List<Ranking.Score> scores = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (Release.Node dimension : framework.tree().nodes()) {
            State state = state(dimension, empty, random);
            BigDecimal score = null;
            if (state == State.SCORED) {
                double found = Math.clamp(strength + random.nextGaussian() * (wide ? 22 : 6), 0, 100);
                score = BigDecimal.valueOf(found).setScale(wide ? 0 : 4, RoundingMode.HALF_UP);
                sum = sum.add(score);
            }
            scores.add(new Ranking.Score(dimension.id(), state, score));
        }
        BigDecimal bonus = !wide && i % 4 == 0 ? BigDecimal.valueOf(i % 9) : BigDecimal.ZERO;
        BigDecimal total = empty
                ? null
                : sum.divide(BigDecimal.valueOf(framework.dimensions().size()), wide ? 0 : 6, RoundingMode.HALF_UP)
                        .add(bonus);
        return new Ranking.Entry(
                null,
                false,
                new Ranking.Target(
                        list + "-" + i, new Words("虚构" + name + (wide ? "国" : "市"), "Invented place " + (i + 1)), null),
                total,
                total == null
                        ? null
                        : framework.levels().stream()
                                .filter(level -> total.compareTo(level.from()) >= 0)
                                .map(Release.Level::id)
                                .findFirst()
                                .orElse(null),
                bonus,
                scores,
                decisions(wide, i));
    }

    private static @Nullable List<Ranking.Decision> decisions(boolean wide, int i) {
        Ranking.Decision dropped = new Ranking.Decision(
                "EXCLUSION", "timetables", null, "采集后剔除 / dropped after collection", "评估组", "2021-11-30");
        Ranking.Decision set = new Ranking.Decision(
                "OVERRIDE",
                "service",
                new BigDecimal("88.5"),
                "申诉成立，补记一项服务 / an appeal was upheld",
                "仲裁人",
                "2021-12-01T09:30:00+08:00");
        return wide ? List.of(dropped) : i == 3 ? List.of(set) : null;
    }

    private static State state(Release.Node dimension, boolean empty, Random random) {
        if (dimension.excluded() != null) {
            return State.EXCLUDED;
        }
        int dice = random.nextInt(100);
        return empty || dice < 2 ? State.MISSING : dice < 4 ? State.UNDETERMINED : State.SCORED;
    }

    private static List<Ranking.Entry> ranked(List<Ranking.Entry> entries) {
        List<Ranking.Entry> ranked = new ArrayList<>();
        for (Ranking.Entry entry : entries) {
            BigDecimal rank = entry.total() == null
                    ? null
                    : BigDecimal.valueOf(1
                            + entries.stream()
                                    .filter(other -> other.total() != null
                                            && other.total().compareTo(entry.total()) > 0)
                                    .count());
            boolean tied = entries.stream()
                            .filter(other ->
                                    other.total() != null && other.total().equals(entry.total()))
                            .count()
                    > 1;
            ranked.add(new Ranking.Entry(
                    rank,
                    tied,
                    entry.target(),
                    entry.total(),
                    entry.level(),
                    entry.bonus(),
                    entry.dimensions(),
                    entry.decisions()));
        }
        return ranked;
    }

    private static Sheet sheet(Release.Framework framework, Ranking.Entry entry, Release.ListHeading list) {
        List<Sheet.Node> nodes = new ArrayList<>();
        nodes.add(new Sheet.Node(framework.tree().id(), State.SCORED, entry.total(), 3, 2));
        Random random = new Random(entry.target().id().hashCode());
        for (Release.Placed placed : framework.nodes()) {
            Ranking.Score dimension = entry.dimensions().stream()
                    .filter(score -> placed.node().id().equals(score.id()))
                    .findFirst()
                    .orElse(null);
            nodes.add(
                    dimension == null
                            ? below(placed.node(), random)
                            : new Sheet.Node(dimension.id(), dimension.state(), dimension.score(), 0, 0));
        }
        return new Sheet(
                entry.target(),
                entry.total(),
                entry.level(),
                entry.bonus(),
                nodes,
                null,
                List.of(new Sheet.Membership(list.id(), list.name(), entry.rank(), entry.tied())),
                entry.decisions());
    }

    private static Sheet.Node below(Release.Node node, Random random) {
        int dice = random.nextInt(20);
        return switch (dice) {
            case 0 -> new Sheet.Node(node.id(), State.MISSING, null, 2, 0);
            case 1 -> new Sheet.Node(node.id(), State.UNDETERMINED, null, 0, 1);
            case 2 -> new Sheet.Node(node.id(), State.NOT_APPLICABLE, null, 0, 0);
            case 3 -> new Sheet.Node(node.id(), State.SCORED, new BigDecimal("0"), 0, 0);
            default ->
                new Sheet.Node(
                        node.id(),
                        State.SCORED,
                        BigDecimal.valueOf(random.nextDouble(40, 100)).setScale(3, RoundingMode.HALF_UP),
                        dice == 4 ? 1 : 0,
                        0);
        };
    }

    private void available() {
        if (away) {
            throw new Unavailable(new java.io.IOException("connection refused"));
        }
    }
}
