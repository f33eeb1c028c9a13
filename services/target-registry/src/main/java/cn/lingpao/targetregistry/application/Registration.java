package cn.lingpao.targetregistry.application;

import cn.lingpao.targetregistry.domain.CampaignDefinition;
import cn.lingpao.targetregistry.domain.Fault;
import cn.lingpao.targetregistry.domain.IdShape;
import cn.lingpao.targetregistry.domain.Target;
import cn.lingpao.targetregistry.domain.TargetDetails;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Registers many targets of a campaign with a few round trips, and retries those that somebody changed meanwhile. */
class Registration {

    private static final int ATTEMPTS = 5;

    private final Targets targets;

    Registration(Targets targets) {
        this.targets = targets;
    }

    /** Registers one target, whose details may build upon the stored ones. */
    TargetOutcome registerOne(
            CampaignDefinition campaign, String targetId, UnaryOperator<@Nullable TargetDetails> details) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            @Nullable Target stored = targets.find(campaign.id(), targetId).orElse(null);
            TargetDetails wanted = details.apply(stored == null ? null : stored.details());
            if (wanted == null) {
                return new TargetOutcome.Unregistered(targetId);
            }
            TargetOutcome outcome = decide(campaign, targetId, wanted, stored);
            Optional<Target> next = toSave(outcome);
            if (next.isEmpty()
                    || targets.save(campaign.id(), Set.of(next.get())).isEmpty()) {
                return outcome;
            }
        }
        return contended(targetId);
    }

    /** Registers targets, each with its own outcome. */
    Map<String, TargetOutcome> register(CampaignDefinition campaign, Map<String, TargetDetails> wanted) {
        Map<String, TargetOutcome> outcomes = new LinkedHashMap<>();
        Collection<String> open = wanted.keySet();
        for (int attempt = 0; attempt < ATTEMPTS && !open.isEmpty(); attempt++) {
            Map<String, Target> stored = new HashMap<>();
            targets.of(campaign.id()).forEach(target -> stored.put(target.id(), target));
            List<Target> next = new ArrayList<>();
            for (String id : open) {
                TargetOutcome outcome = decide(campaign, id, wanted.get(id), stored.get(id));
                outcomes.put(id, outcome);
                toSave(outcome).ifPresent(next::add);
            }
            open = next.isEmpty() ? Set.of() : targets.save(campaign.id(), next);
        }
        new HashSet<>(open).forEach(id -> outcomes.put(id, contended(id)));
        return outcomes;
    }

    private static TargetOutcome decide(
            CampaignDefinition campaign, String id, TargetDetails wanted, @Nullable Target stored) {
        List<Fault> faults = new ArrayList<>();
        IdShape.OPEN.check("id", id).ifPresent(faults::add);
        faults.addAll(wanted.check(campaign));
        if (stored != null && faults.isEmpty()) {
            stored.refuse(wanted).ifPresent(faults::add);
        }
        if (!faults.isEmpty()) {
            return new TargetOutcome.Rejected(faults);
        }
        if (stored == null) {
            return new TargetOutcome.Created(Target.registered(campaign.id(), id, wanted));
        }
        return stored.details().equals(wanted)
                ? new TargetOutcome.Unchanged(stored)
                : new TargetOutcome.Updated(stored.changed(wanted));
    }

    private static Optional<Target> toSave(TargetOutcome outcome) {
        return switch (outcome) {
            case TargetOutcome.Created created -> Optional.of(created.target());
            case TargetOutcome.Updated updated -> Optional.of(updated.target());
            case TargetOutcome.Unchanged unchanged -> Optional.empty();
            case TargetOutcome.Unregistered none -> Optional.empty();
            case TargetOutcome.Rejected rejected -> Optional.empty();
        };
    }

    private static TargetOutcome contended(String targetId) {
        return TargetOutcome.Rejected.because(
                Fault.of("id", "contended", "Target '" + targetId + "' is being changed by others; send it again."));
    }
}
