package cn.lingpao.targetregistry.application;

import cn.lingpao.targetregistry.domain.Fault;
import cn.lingpao.targetregistry.domain.Target;
import java.util.List;

/** What came of registering a target. */
public sealed interface TargetOutcome {

    /** It is new. */
    record Created(Target target) implements TargetOutcome {}

    /** It has changed. */
    record Updated(Target target) implements TargetOutcome {}

    /** It was there already, just so. */
    record Unchanged(Target target) implements TargetOutcome {}

    /** It is not registered, so nothing can be added to it. */
    record Unregistered(String targetId) implements TargetOutcome {}

    /** It is refused; nothing is stored. */
    record Rejected(List<Fault> faults) implements TargetOutcome {

        static Rejected because(Fault fault) {
            return new Rejected(List.of(fault));
        }
    }
}
