package cn.lingpao.datacollection.domain.plan;

import cn.lingpao.datacollection.domain.Campaign.Window;
import cn.lingpao.datacollection.domain.Observation;
import cn.lingpao.datacollection.domain.ObservationId;
import cn.lingpao.datacollection.domain.Observer;
import cn.lingpao.datacollection.domain.Submission;
import cn.lingpao.datacollection.domain.Value;
import cn.lingpao.datacollection.domain.Value.Judgement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Plans and observations for tests: two leaves, three check points, two targets, of which only one has an app. */
public final class Plans2021 {

    public static final LocalDate LAST_DAY = LocalDate.of(2021, 11, 30);
    public static final Instant OBSERVED = Instant.parse("2021-10-01T02:00:00Z");
    public static final Point SEARCH = new Point("site.search", words("搜索"), "site", Set.of("site", "root"));
    public static final Point HTTPS = new Point("site.https", words("加密"), "site", Set.of("site", "root"));
    public static final Point PLAN = new Point("policy.plan", words("规划"), "policy", Set.of("policy", "root"));
    public static final Site A = new Site(
            "a", words("甲"), List.of(new Site.Channel("portal", "portal"), new Site.Channel("app-2", "app-ios")));
    public static final Site B = new Site("b", words("乙"), List.of(new Site.Channel("portal", "portal")));

    private Plans2021() {}

    public static Plan plan(boolean live, Assignment... assignments) {
        return new Plan(
                "c",
                live,
                Optional.of(new Window(LocalDate.of(2021, 9, 1), LAST_DAY)),
                List.of(A, B),
                List.of(new Leaf("site", words("网站")), new Leaf("policy", words("政策"))),
                List.of(SEARCH, HTTPS, PLAN),
                List.of(assignments),
                List.of());
    }

    /** The plan, where a check of the program {@code robot} has fallen back to people. */
    public static Plan fallenBack(Plan plan, Point point, Instant since) {
        return new Plan(
                plan.campaignId(),
                plan.live(),
                plan.collection(),
                plan.sites(),
                plan.leaves(),
                plan.points(),
                plan.assignments(),
                List.of(new Fallback("robot", point.id(), "too many overturned", since, 20, 3)));
    }

    public static Plan plan(Assignment... assignments) {
        return plan(false, assignments);
    }

    /** Assigns a part of the framework to the program {@code robot}. */
    public static Assignment robot(Set<String> parts, Set<String> kinds) {
        return new Assignment("robot", parts, kinds, null);
    }

    public static Observation seen(String target, Point point, @Nullable String channel, Value value, int second) {
        return by(new Observer("robot", Observer.Kind.SYSTEM), target, point, channel, value, second);
    }

    /** A person looked at the target as a whole. */
    public static Observation byHand(String target, Point point, int second) {
        return by(new Observer("wang", Observer.Kind.PERSON), target, point, null, Judgement.MET, second);
    }

    private static Observation by(
            Observer observer, String target, Point point, @Nullable String channel, Value value, int second) {
        Instant at = OBSERVED.plusSeconds(second);
        Submission content = new Submission("c", target, point.id(), channel, value, observer, at, List.of());
        return new Observation(ObservationId.of(content), content, "provincial", at);
    }

    public static Observation met(String target, Point point, int second) {
        return seen(target, point, null, Judgement.MET, second);
    }

    public static Observation undetermined(String target, Point point, int second) {
        return seen(target, point, null, new Value.Undetermined("firewall"), second);
    }

    private static Words words(String zh) {
        return new Words(zh, zh);
    }
}
