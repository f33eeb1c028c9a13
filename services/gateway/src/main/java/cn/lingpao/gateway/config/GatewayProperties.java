package cn.lingpao.gateway.config;

import cn.lingpao.gateway.http.Limit;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The gateway's own settings.
 *
 * @param maxBody the largest request body let through
 * @param retryAfter what a client is told to wait while a service is down
 * @param connections how many connections one service may hold, idle ones included
 * @param limits how often a client may call; the first limit that covers a request applies
 */
@ConfigurationProperties("lingpao.gateway")
record GatewayProperties(
        @DefaultValue("16MB") DataSize maxBody,
        @DefaultValue("5s") Duration retryAfter,
        @DefaultValue("500") int connections,
        @DefaultValue List<Limit> limits) {}
