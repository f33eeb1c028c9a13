package cn.lingpao.sitecollector.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How this collector works.
 *
 * @param folder where each run has a folder
 * @param cron when due cells are visited, China time; {@code -} for never
 * @param probeCron when series of probes that are not full get another one, China time; {@code -} for never
 * @param allowNetwork internal ranges that may be visited, separated by commas
 * @param userAgent names the collector and whom to write to; blank says that nobody was named
 * @param parallel targets side by side
 * @param delay between two requests to a host
 * @param perChannel the longest all checks of a channel may take
 * @param browser whether Chromium is used where there is one
 * @param parameters of checks, {@code check.parameter=value}, separated by commas
 * @param intake where results go
 * @param issuer who gives this collector its tokens
 * @param client its id there
 * @param patience how long a call waits out an outage of the intake
 * @param pause after which a run that the intake held up goes on
 */
@ConfigurationProperties("lingpao.site-collector")
record SiteCollectorProperties(
        Path folder,
        String cron,
        String probeCron,
        String allowNetwork,
        String userAgent,
        int parallel,
        Duration delay,
        Duration perChannel,
        boolean browser,
        String parameters,
        URI intake,
        URI issuer,
        String client,
        String secret,
        Duration patience,
        Duration pause) {}
