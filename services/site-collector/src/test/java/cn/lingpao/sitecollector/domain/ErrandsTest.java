package cn.lingpao.sitecollector.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.lingpao.contracts.CampaignDefined;
import cn.lingpao.contracts.CampaignDefined.Assignment;
import cn.lingpao.contracts.CampaignDefined.CheckedPoint;
import cn.lingpao.contracts.TargetRegistered;
import cn.lingpao.contracts.TargetRegistered.Channel;
import cn.lingpao.contracts.TargetRegistered.ChannelKind;
import cn.lingpao.contracts.Text;
import cn.lingpao.testsupport.SmallAssessment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ErrandsTest {

    private static final Order ALL = new Order(Set.of(), Set.of(), false, Order.Trigger.DEMAND, "x");
    private static final CampaignDefined CAMPAIGN = SmallAssessment.assigned(
            SmallAssessment.campaign("c"),
            new Assignment("other", List.of("p1"), List.of(ChannelKind.PORTAL), null),
            new Assignment("site-collector", List.of("p1"), List.of(ChannelKind.PORTAL), null),
            ours(ChannelKind.PORTAL, "https", "p1", "footer", "p2"),
            ours(ChannelKind.PORTAL, "https", "p3", "search", "p2"),
            ours(ChannelKind.SERVICE_PLATFORM, "https", "p1"));

    private static final TargetRegistered TARGET = target(
            "a",
            new Channel("portal", ChannelKind.PORTAL, "http://a.example/"),
            new Channel("hall", ChannelKind.SERVICE_PLATFORM, "http://hall.example/"),
            new Channel("open", ChannelKind.OPEN_DATA_PLATFORM, "http://open.example/"),
            new Channel("app", ChannelKind.APP_IOS, null));

    @Test
    void each_channel_gets_the_checks_of_its_kind_and_the_first_assignment_of_a_point_holds() {
        assertThat(Errands.of(CAMPAIGN, List.of(TARGET), ALL, cell -> true))
                .extracting(errand -> errand.channel().id(), Errand::points)
                .containsExactly(
                        tuple("portal", Map.of("https", List.of("p1", "p3"), "footer", List.of("p2"))),
                        tuple("hall", Map.of("https", List.of("p1"))),
                        tuple("open", Map.of()));
    }

    @Test
    void an_order_may_be_limited_to_targets_checks_and_what_is_due() {
        assertThat(Errands.of(CAMPAIGN, List.of(TARGET), order(Set.of("b"), Set.of()), cell -> true))
                .isEmpty();
        assertThat(Errands.of(CAMPAIGN, List.of(TARGET), order(Set.of("a"), Set.of("footer")), cell -> true))
                .extracting(Errand::points)
                .containsExactly(Map.of("footer", List.of("p2")), Map.of(), Map.of());
        assertThat(Errands.of(CAMPAIGN, List.of(TARGET), ALL, new Cell("a", "p3", "portal")::equals))
                .extracting(Errand::points)
                .containsExactly(Map.of("https", List.of("p3")), Map.of(), Map.of());
    }

    private static Order order(Set<String> targets, Set<String> checks) {
        return new Order(targets, checks, false, Order.Trigger.DEMAND, "x");
    }

    private static Assignment ours(ChannelKind kind, String... checkAndPoint) {
        List<CheckedPoint> checks = new ArrayList<>();
        for (int index = 0; index < checkAndPoint.length; index += 2) {
            checks.add(new CheckedPoint(checkAndPoint[index], checkAndPoint[index + 1]));
        }
        return new Assignment(
                "site-collector", checks.stream().map(CheckedPoint::checkPoint).toList(), List.of(kind), null, checks);
    }

    private static TargetRegistered target(String id, Channel... channels) {
        return new TargetRegistered(
                "c", id, 1, new Text("样例", "Sample"), null, "provincial", Set.of(), List.of(channels));
    }
}
