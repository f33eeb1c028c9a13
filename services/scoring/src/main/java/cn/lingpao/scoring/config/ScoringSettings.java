package cn.lingpao.scoring.config;

import cn.lingpao.scoring.adapter.streams.StoreKind;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/** {@code lingpao.scoring.*}, explained in {@code scoring.yml}. */
@ConfigurationProperties("lingpao.scoring")
record ScoringSettings(
        String applicationId,
        Path stateDir,
        StoreKind store,
        DataSize cache,
        int threads,
        Duration commitInterval,
        Duration transactionTimeout,
        Duration sessionTimeout,
        Duration tick,
        Duration limit) {}
