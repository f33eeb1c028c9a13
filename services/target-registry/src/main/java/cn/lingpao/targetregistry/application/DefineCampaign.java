package cn.lingpao.targetregistry.application;

import cn.lingpao.targetregistry.domain.Campaign;
import cn.lingpao.targetregistry.domain.CampaignDefinition;
import cn.lingpao.targetregistry.domain.CampaignDefinition.Assignment;
import cn.lingpao.targetregistry.domain.Fault;
import cn.lingpao.targetregistry.domain.FrameworkVersion;
import cn.lingpao.targetregistry.domain.Redefinition;
import cn.lingpao.targetregistry.domain.Sampling;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Opens a campaign, or changes what may still be changed in it. */
public class DefineCampaign {

    private static final int ATTEMPTS = 5;

    private final CampaignLanguage language;
    private final FrameworkLanguage documents;
    private final Campaigns campaigns;
    private final Frameworks frameworks;
    private final Targets targets;
    private final Clock clock;

    public DefineCampaign(
            CampaignLanguage language,
            FrameworkLanguage documents,
            Campaigns campaigns,
            Frameworks frameworks,
            Targets targets,
            Clock clock) {
        this.language = language;
        this.documents = documents;
        this.campaigns = campaigns;
        this.frameworks = frameworks;
        this.targets = targets;
        this.clock = clock;
    }

    public Result define(String file) {
        return switch (language.read(file)) {
            case CampaignLanguage.Invalid invalid -> new Faulty(invalid.faults());
            case CampaignLanguage.Valid valid -> define(valid);
        };
    }

    private Result define(CampaignLanguage.Valid valid) {
        CampaignDefinition definition = valid.definition();
        List<Fault> unfit = unfit(definition);
        if (!unfit.isEmpty()) {
            return new Faulty(unfit.stream().map(valid::locate).toList());
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Result> result = attempt(valid);
            if (result.isPresent()) {
                return result.get();
            }
        }
        return new Contended(definition.id());
    }

    /** Why the campaign cannot run under its framework. */
    private List<Fault> unfit(CampaignDefinition definition) {
        String ref = definition.frameworkRef();
        Optional<FrameworkVersion> published = frameworks.find(ref);
        if (published.isEmpty()) {
            return List.of(Fault.of(
                    "framework", "unknown-framework", "Framework '" + ref + "' is not published; publish it first."));
        }
        if (!(documents.read(published.get().document()) instanceof FrameworkLanguage.Valid framework)) {
            return List.of();
        }
        List<Fault> faults = new ArrayList<>(unknownParts(definition, framework));
        needsOthers(ref, framework.campaigns()).ifPresent(faults::add);
        return faults;
    }

    private static List<Fault> unknownParts(CampaignDefinition definition, FrameworkLanguage.Valid framework) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int index = 0; index < definition.collection().size(); index++) {
            String path = "collection[" + index + "].";
            named(definition.collection().get(index)).forEach((place, point) -> named.put(path + place, point));
        }
        named.putAll(sampled(definition.sampling()));
        return named.entrySet().stream()
                .filter(each -> !framework.parts().contains(each.getValue()))
                .map(each -> Fault.of(
                        each.getKey(),
                        "unknown-check-point",
                        "'" + each.getValue() + "' is no check point and no node of " + framework.ref() + "."))
                .toList();
    }

    /** The parts of the framework that are sampled otherwise, by where they stand. */
    private static Map<String, String> sampled(@Nullable Sampling sampling) {
        Map<String, String> named = new LinkedHashMap<>();
        List<Sampling.OtherPart> parts = sampling == null ? List.of() : sampling.except();
        for (int index = 0; index < parts.size(); index++) {
            List<String> points = parts.get(index).checkPoints();
            for (int place = 0; place < points.size(); place++) {
                named.put("sampling.except[%d].checkPoints[%d]".formatted(index, place), points.get(place));
            }
        }
        return named;
    }

    /** The parts of the framework that an assignment names, by where it does. */
    private static Map<String, String> named(Assignment assignment) {
        Map<String, String> named = new LinkedHashMap<>();
        if (assignment.checks().isEmpty()) {
            List<String> points = assignment.checkPoints();
            for (int place = 0; place < points.size(); place++) {
                named.put("checkPoints[" + place + "]", points.get(place));
            }
        }
        assignment.checks().forEach((check, point) -> named.put("checks." + check, point));
        return named;
    }

    private static Optional<Fault> needsOthers(String ref, Set<String> others) {
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(Fault.of(
                        "framework",
                        "needs-another-campaign",
                        "Framework '" + ref + "' takes values from " + new TreeSet<>(others)
                                + ", which a running campaign cannot read; publish a version that states its"
                                + " parameters as numbers and carries nothing forward, or score a file with"
                                + " 'lingpao score --base'."));
    }

    private Optional<Result> attempt(CampaignLanguage.Valid valid) {
        CampaignDefinition definition = valid.definition();
        Optional<Campaign> stored = campaigns.find(definition.id());
        if (stored.isEmpty()) {
            Campaign opened = Campaign.opened(definition, clock.instant());
            return campaigns.save(opened) ? Optional.of(new Opened(opened)) : Optional.empty();
        }
        Campaign now = stored.get();
        if (now.definition().equals(definition)) {
            return Optional.of(new Unchanged(now));
        }
        List<Fault> faults = Redefinition.check(now.definition(), definition, targets.groupsInUse(definition.id()));
        if (!faults.isEmpty()) {
            return Optional.of(new Fixed(now, faults.stream().map(valid::locate).toList()));
        }
        Campaign next = now.redefined(definition, clock.instant());
        return campaigns.save(next) ? Optional.of(new Redefined(next)) : Optional.empty();
    }

    /** What came of it. */
    public sealed interface Result {}

    /** A new campaign is open. */
    public record Opened(Campaign campaign) implements Result {}

    /** The campaign has changed. */
    public record Redefined(Campaign campaign) implements Result {}

    /** The campaign said the same already. */
    public record Unchanged(Campaign campaign) implements Result {}

    /** The change touches what can't change any more; nothing is stored. */
    public record Fixed(Campaign campaign, List<Fault> faults) implements Result {}

    /** The file has faults; nothing is stored. */
    public record Faulty(List<Fault> faults) implements Result {}

    /** Others changed the campaign all the while; nothing is stored. */
    public record Contended(String campaignId) implements Result {}
}
