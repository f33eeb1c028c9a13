package cn.lingpao.targetregistry.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the registry is set.
 *
 * @param announcePatience how long an answer waits until Kafka has what the write caused
 */
@ConfigurationProperties("lingpao.registry")
record RegistryProperties(@DefaultValue("5s") Duration announcePatience) {}
