package cn.lingpao.datacollection.adapter.kafka;

import cn.lingpao.contracts.CampaignDefined;
import cn.lingpao.contracts.CampaignDefined.PhaseId;
import cn.lingpao.contracts.CampaignDefined.TimeBasis;
import cn.lingpao.contracts.FallbackChanged;
import cn.lingpao.contracts.FrameworkPublished;
import cn.lingpao.contracts.TargetRegistered;
import cn.lingpao.contracts.TargetRegistered.ChannelKind;
import cn.lingpao.datacollection.application.plan.Plans;
import cn.lingpao.datacollection.domain.Campaign.Window;
import cn.lingpao.datacollection.domain.plan.Assignment;
import cn.lingpao.datacollection.domain.plan.Fallback;
import cn.lingpao.datacollection.domain.plan.Leaf;
import cn.lingpao.datacollection.domain.plan.Plan;
import cn.lingpao.datacollection.domain.plan.Point;
import cn.lingpao.datacollection.domain.plan.Site;
import cn.lingpao.datacollection.domain.plan.Words;
import cn.lingpao.eventing.ReferenceData;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Node;
import cn.lingpao.methodology.framework.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Plans as registry and framework ask for them; what the framework excludes is not due. A framework is parsed once. */
public final class ReferencePlans implements Plans {

    private final ReferenceData reference;
    private final Map<String, Tree> frameworks = new ConcurrentHashMap<>();

    public ReferencePlans(ReferenceData reference) {
        this.reference = reference;
    }

    @Override
    public Optional<Plan> of(String campaignId) {
        return reference.campaign(campaignId).flatMap(campaign -> reference
                .framework(campaign.frameworkRef())
                .map(framework -> plan(campaign, framework)));
    }

    @Override
    public void refresh() {
        reference.refresh();
    }

    private Plan plan(CampaignDefined campaign, FrameworkPublished published) {
        Tree tree = frameworks.computeIfAbsent(published.ref(), ref -> Tree.of(Framework.parse(published.document())));
        List<CampaignDefined.Assignment> collection = campaign.collection();
        return new Plan(
                campaign.campaignId(),
                campaign.time() == TimeBasis.LIVE,
                campaign.phase(PhaseId.COLLECTION).map(phase -> new Window(phase.from(), phase.to())),
                reference.targets(campaign.campaignId()).stream()
                        .map(ReferencePlans::site)
                        .toList(),
                tree.leaves(),
                tree.points(),
                collection == null
                        ? List.of()
                        : collection.stream().map(ReferencePlans::assignment).toList(),
                reference.fallbacks(campaign.campaignId()).stream()
                        .map(ReferencePlans::fallback)
                        .toList());
    }

    private static Fallback fallback(FallbackChanged fallen) {
        return new Fallback(
                fallen.collector(),
                fallen.checkPointId(),
                fallen.reason(),
                fallen.changedAt(),
                fallen.reviewed(),
                fallen.overturned());
    }

    private static Site site(TargetRegistered target) {
        return new Site(
                target.targetId(),
                new Words(target.name().zh(), target.name().en()),
                target.channels().stream()
                        .map(channel -> new Site.Channel(channel.id(), word(channel.kind())))
                        .toList());
    }

    private static Assignment assignment(CampaignDefined.Assignment assignment) {
        return new Assignment(
                assignment.collector(),
                Set.copyOf(assignment.checkPoints()),
                assignment.channels().stream().map(ReferencePlans::word).collect(Collectors.toUnmodifiableSet()),
                assignment.until());
    }

    private static String word(ChannelKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What a framework asks. */
    private record Tree(List<Leaf> leaves, List<Point> points) {

        static Tree of(Framework framework) {
            Tree tree = new Tree(new ArrayList<>(), new ArrayList<>());
            tree.add(framework.root(), Set.of());
            return tree;
        }

        /** What is below a dropped node is dropped with it. */
        private void add(Node node, Set<String> above) {
            if (node.exclusion() != null) {
                return;
            }
            Set<String> nodes = new HashSet<>(above);
            nodes.add(node.id());
            List<Point> own = node.checkPoints().stream()
                    .filter(point -> point.exclusion() == null)
                    .map(point -> new Point(point.id(), words(point.text()), node.id(), nodes))
                    .toList();
            if (!own.isEmpty()) {
                leaves.add(new Leaf(node.id(), words(node.name())));
                points.addAll(own);
            }
            node.children().forEach(child -> add(child, nodes));
        }

        private static Words words(Text text) {
            return new Words(text.zh(), text.en());
        }
    }
}
