package cn.lingpao.datacollection.domain;

import java.time.Instant;

/** An observation that was accepted: a fact, which never changes. */
public record Observation(ObservationId id, Submission content, String groupId, Instant recordedAt) {}
