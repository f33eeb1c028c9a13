package cn.lingpao.datacollection.application.plan;

import cn.lingpao.datacollection.domain.plan.Task;

/** What came of a claim or a return. */
public sealed interface Handling {

    /** It is as was asked; so it is when the same was asked before. */
    record Settled(Task task) implements Handling {}

    /** There is nothing for people to do there. */
    record NoTask() implements Handling {}

    /** Somebody else holds it. */
    record HeldBy(String holder) implements Handling {}

    /** Nobody holds it, so it cannot be returned. */
    record HeldByNobody() implements Handling {}

    /** The campaign does not collect now. */
    record OutsidePhase(String window) implements Handling {}

    /** Others changed it all the while. */
    record Contended() implements Handling {}
}
