package cn.lingpao.portal.workbench;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** Who is signed in, and what he may; of the roles that the issuer names only those of the platform. */
public record Person(String name, List<String> roles) {

    private static final String PREFIX = "ROLE_";

    private static final Set<String> OURS = Set.of(
            "administrator",
            "collector",
            "reviewer",
            "arbiter",
            "target-representative",
            "case-submitter",
            "judge",
            "publisher",
            "auditor");

    static Person of(@Nullable Authentication person) {
        if (person == null) {
            return new Person("", List.of());
        }
        List<String> roles = person.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(Objects::nonNull)
                .filter(authority -> authority.startsWith(PREFIX))
                .map(authority -> authority.substring(PREFIX.length()))
                .filter(OURS::contains)
                .sorted()
                .toList();
        return new Person(person.getName(), roles);
    }

    /** Whether the plan and its tasks are shown to this person. */
    public boolean seesPlan() {
        return is("collector", "reviewer", "auditor", "administrator");
    }

    /** Whether this person takes tasks upon himself. */
    public boolean claims() {
        return is("collector", "reviewer");
    }

    /** Whether the intake takes what this person saw. */
    public boolean delivers() {
        return is("collector");
    }

    /** Whether this person gives back what others hold. */
    public boolean returnsForOthers() {
        return is("administrator");
    }

    /** Whether this person sees what was observed, and all evidence; a collector sees his own. */
    public boolean seesEverything() {
        return is("reviewer", "auditor", "administrator");
    }

    /** Whether evidence is shown to this person. */
    public boolean seesEvidence() {
        return is("collector", "reviewer", "arbiter", "auditor", "administrator");
    }

    /** Whether the history of addresses and the export are open to this person. */
    public boolean seesHistory() {
        return is("reviewer", "arbiter", "auditor", "administrator");
    }

    private boolean is(String... wanted) {
        return roles.stream().anyMatch(List.of(wanted)::contains);
    }
}
