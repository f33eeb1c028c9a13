package cn.lingpao.scoring.adapter.streams;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How the topology runs.
 *
 * @param applicationId consumer group, prefix of transactions and of internal topics
 * @param instanceId the same over restarts of one instance, and no other's
 * @param cacheBytes what all stores may hold back between two commits, so that what changes often is written once
 * @param tick how often to look for groups that changed
 * @param limit how long a change may wait at the most
 */
public record StreamsSettings(
        String applicationId,
        String instanceId,
        Path stateDir,
        StoreKind store,
        long cacheBytes,
        int threads,
        Duration commitInterval,
        Duration transactionTimeout,
        Duration sessionTimeout,
        Duration tick,
        Duration limit) {}
