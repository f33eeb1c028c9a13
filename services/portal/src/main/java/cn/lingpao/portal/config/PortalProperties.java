package cn.lingpao.portal.config;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the portal reads results and links to them.
 *
 * @param results the publication service, or a gateway in front of it
 * @param publicAddress where a browser finds the results API; empty means the site's own address
 * @param connectTimeout how long a connection may take
 * @param readTimeout how long an answer may take
 */
@ConfigurationProperties("lingpao.portal")
record PortalProperties(
        URI results,
        @DefaultValue("") String publicAddress,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("5s") Duration readTimeout) {}
