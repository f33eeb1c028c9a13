package cn.lingpao.sitecollector.domain;

import cn.lingpao.contracts.SiteCheck;
import java.util.Set;

/**
 * What a run is asked to do.
 *
 * @param targets only these; none takes all
 * @param checks only these, words of {@code SiteCheck}; none takes all that are assigned
 * @param due only what the plan still waits for: not collected, or undetermined
 * @param by who asked
 */
public record Order(Set<String> targets, Set<String> checks, boolean due, Trigger trigger, String by) {

    public Order {
        targets = Set.copyOf(targets);
        checks = Set.copyOf(checks);
    }

    /** Everything that is due, because it is time. */
    public static Order scheduled() {
        return new Order(Set.of(), Set.of(), true, Trigger.SCHEDULE, "site-collector");
    }

    /** Another probe of what is not decided yet, because it is time. */
    public static Order probes() {
        return new Order(Set.of(), Set.of(SiteCheck.REACHABILITY.id()), true, Trigger.SCHEDULE, "site-collector");
    }

    boolean wantsTarget(String target) {
        return targets.isEmpty() || targets.contains(target);
    }

    public boolean wantsCheck(String check) {
        return checks.isEmpty() || checks.contains(check);
    }

    /** Why a run began. */
    public enum Trigger {
        SCHEDULE,
        DEMAND
    }
}
