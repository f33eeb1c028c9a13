package cn.lingpao.targetregistry.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What may change in a campaign that has targets: names, phases, lists and further groups. Framework, time basis,
 * the mark of invention and the groups in use are fixed, because observations and scores already rest on them.
 */
public final class Redefinition {

    private Redefinition() {}

    /** The faults of a change; none when it is allowed. */
    public static List<Fault> check(CampaignDefinition now, CampaignDefinition next, Set<String> groupsInUse) {
        if (groupsInUse.isEmpty()) {
            return List.of();
        }
        List<Fault> faults = new ArrayList<>();
        fixed(faults, "framework", now.frameworkRef(), next.frameworkRef());
        fixed(faults, "time", now.time(), next.time());
        fixed(faults, "invented", now.invented(), next.invented());
        groupsInUse.stream()
                .filter(group -> !next.hasGroup(group))
                .map(group ->
                        Fault.of("groups", "group-in-use", "Group '" + group + "' has targets and can't be taken out."))
                .forEach(faults::add);
        return faults;
    }

    private static void fixed(List<Fault> faults, String path, Object now, Object next) {
        if (!now.equals(next)) {
            faults.add(Fault.of(
                    path,
                    "fixed",
                    "'" + path + "' stays " + now + ": the campaign has targets. Open another campaign to change it."));
        }
    }
}
