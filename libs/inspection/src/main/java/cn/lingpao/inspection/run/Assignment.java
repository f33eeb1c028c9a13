package cn.lingpao.inspection.run;

import cn.lingpao.inspection.Subject;
import cn.lingpao.inspection.check.Check;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A target with the channels to be inspected.
 *
 * @param divisionCode GB/T 2260; null where the target has none
 */
public record Assignment(String target, @Nullable String divisionCode, List<Channel> channels) {

    public Assignment {
        channels = List.copyOf(channels);
    }

    /**
     * A channel as somebody listed it.
     *
     * @param id unique within the target
     * @param subject what is visited; empty when the address is none of the web
     * @param fault why it cannot be visited; empty when it can
     * @param only ids of the checks that are due about it; null for all. With none it is there for the others to compare with
     */
    public record Channel(
            String id,
            String kind,
            String written,
            Optional<Subject> subject,
            String fault,
            @Nullable Set<String> only) {

        public Channel {
            only = only == null ? null : Set.copyOf(only);
        }

        /** A channel about which all checks of the run are due. */
        public Channel(String id, String kind, String written, Optional<Subject> subject, String fault) {
            this(id, kind, written, subject, fault, null);
        }

        /** What is wrong with its address, which is quoted without the password that may stand in it. */
        String told() {
            return "'" + written.replaceAll("(?<=//)[^/?#]*@", "…@") + "' is " + fault;
        }

        boolean wants(Check check) {
            return only == null || only.contains(check.id());
        }
    }
}
