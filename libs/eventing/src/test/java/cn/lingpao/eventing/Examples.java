package cn.lingpao.eventing;

import cn.lingpao.contracts.CampaignDefined;
import cn.lingpao.contracts.CampaignDefined.Group;
import cn.lingpao.contracts.CampaignDefined.Phase;
import cn.lingpao.contracts.CampaignDefined.PhaseId;
import cn.lingpao.contracts.CampaignDefined.RankedList;
import cn.lingpao.contracts.CampaignDefined.TimeBasis;
import cn.lingpao.contracts.CaseAwarded;
import cn.lingpao.contracts.Collector;
import cn.lingpao.contracts.DomainEvent;
import cn.lingpao.contracts.Evidence;
import cn.lingpao.contracts.FallbackChanged;
import cn.lingpao.contracts.FrameworkPublished;
import cn.lingpao.contracts.ListRanked;
import cn.lingpao.contracts.ObservationRecorded;
import cn.lingpao.contracts.ObservationRejected;
import cn.lingpao.contracts.ObservationSubmitted;
import cn.lingpao.contracts.ObservedValue;
import cn.lingpao.contracts.ReleasePublished;
import cn.lingpao.contracts.TargetRegistered;
import cn.lingpao.contracts.TargetRegistered.Channel;
import cn.lingpao.contracts.TargetRegistered.ChannelKind;
import cn.lingpao.contracts.TargetScored;
import cn.lingpao.contracts.TargetScored.NodeScore;
import cn.lingpao.contracts.TargetScored.PointScore;
import cn.lingpao.contracts.TargetScored.State;
import cn.lingpao.contracts.Text;
import cn.lingpao.contracts.VerdictReached;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** One event of every kind; the golden samples were written from them. */
final class Examples {

    static final Instant AT = Instant.parse("2021-10-08T02:03:04.000005Z");
    static final String HASH = "5f".repeat(32);
    private static final Collector COLLECTOR = new Collector("site-collector", Collector.Kind.SYSTEM);
    private static final Evidence EVIDENCE =
            new Evidence("https://x01.example/search", "搜索", Instant.parse("2021-10-08T02:03:00Z"), HASH, null);

    private Examples() {}

    static List<DomainEvent> all() {
        return List.of(
                new FrameworkPublished("cstc-2021@1", text("数字政府", "Digital government"), HASH, "id: cstc-2021\n", AT),
                campaign("demo-2021", 1),
                target("x01", 1),
                new ObservationSubmitted(
                        "demo-2021",
                        "x01",
                        "search.answers",
                        "portal",
                        ObservedValue.undetermined("firewall"),
                        COLLECTOR,
                        AT,
                        List.of(EVIDENCE)),
                new ObservationRecorded(
                        HASH,
                        "demo-2021",
                        "x01",
                        "provincial",
                        "bundles.count",
                        "portal",
                        ObservedValue.number(new BigDecimal("12.50")),
                        COLLECTOR,
                        AT,
                        List.of(EVIDENCE),
                        AT),
                new ObservationRejected(
                        HASH,
                        "demo-2021",
                        "x99",
                        7,
                        "target",
                        "unknown-target",
                        "there is no target 'x99'; register it first",
                        "{\"target\":\"x99\"}",
                        AT),
                verdict("x01", 2),
                fallback("site-collector", 1, true),
                new CaseAwarded(
                        "c1",
                        "demo-2021",
                        "x01",
                        "provincial",
                        1,
                        "mobile",
                        text("掌上办", "In the palm"),
                        new BigDecimal("2.5"),
                        "judge",
                        AT),
                new TargetScored(
                        "demo-2021",
                        "x01",
                        "provincial",
                        "cstc-2021@1",
                        new BigDecimal("88.123456789"),
                        "excellent",
                        new BigDecimal("2.5"),
                        2,
                        1,
                        List.of(
                                new NodeScore("cstc-2021", State.SCORED, new BigDecimal("85.623456789")),
                                new NodeScore("search", State.UNDETERMINED, null)),
                        List.of(
                                new PointScore(
                                        "bundles.count",
                                        State.SCORED,
                                        ObservedValue.number(new BigDecimal("12.5")),
                                        new BigDecimal("25"),
                                        "demo-2021/x01/bundles.count#1",
                                        new BigDecimal("20"),
                                        "x02"),
                                new PointScore("search.answers", State.MISSING, null, null, null, null, null))),
                new ListRanked(
                        "demo-2021",
                        "provincial",
                        "provincial",
                        "cstc-2021@1",
                        2,
                        List.of(
                                new ListRanked.Entry("x01", 1, new BigDecimal("88.123456789"), "excellent"),
                                new ListRanked.Entry("x02", null, null, null))),
                new ReleasePublished("demo-2021", 2, HASH, 1, "a benchmark was corrected", "publisher", AT));
    }

    static CampaignDefined campaign(String id, long sequence) {
        return new CampaignDefined(
                id,
                sequence,
                text("虚构评估", "Invented assessment"),
                "cstc-2021@1",
                true,
                TimeBasis.RECORDED,
                List.of(new Phase(
                        PhaseId.COLLECTION,
                        text("数据采集", "Collection"),
                        LocalDate.of(2021, 9, 1),
                        LocalDate.of(2021, 11, 30))),
                List.of(new Group("provincial", text("省级", "Provincial"))),
                List.of(new RankedList("provincial", text("省级", "Provincial"), "provincial", null, 20)),
                AT);
    }

    static TargetRegistered target(String id, long sequence) {
        return new TargetRegistered(
                "demo-2021",
                id,
                sequence,
                text("虚构省", "Invented province"),
                "990000",
                "provincial",
                Set.of("sub-provincial"),
                List.of(new Channel("portal", ChannelKind.PORTAL, "https://x01.example/")));
    }

    static VerdictReached verdict(String targetId, long sequence) {
        return new VerdictReached(
                "demo-2021/" + targetId + "/leadership.group#" + sequence,
                "demo-2021",
                targetId,
                "provincial",
                "leadership.group",
                sequence,
                ObservedValue.MET,
                List.of(HASH),
                List.of(EVIDENCE),
                List.of("reviewer-1", "reviewer-2"),
                null,
                AT);
    }

    static FallbackChanged fallback(String collector, long sequence, boolean active) {
        return new FallbackChanged(
                "demo-2021",
                collector,
                "search.answers",
                sequence,
                active,
                20,
                3,
                new BigDecimal("0.1"),
                "people overturned 3 of 20 results, more than the limit of 0.1",
                active ? null : "admin",
                AT);
    }

    static <T extends DomainEvent> Event<T> event(String id, T data) {
        return new Event<>(id, "/test", AT, data);
    }

    private static Text text(String zh, String en) {
        return new Text(zh, en);
    }
}
