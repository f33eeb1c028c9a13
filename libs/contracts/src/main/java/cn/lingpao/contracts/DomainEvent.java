package cn.lingpao.contracts;

/** A fact that one service tells the others. Its name on the wire and its topic stand in {@link EventType}. */
public sealed interface DomainEvent
        permits FrameworkPublished,
                CampaignDefined,
                TargetRegistered,
                ObservationSubmitted,
                ObservationRecorded,
                ObservationRejected,
                VerdictReached,
                FallbackChanged,
                CaseAwarded,
                TargetScored,
                ListRanked,
                ReleasePublished {

    /** The partition key, which also orders the events of one aggregate. */
    String key();
}
