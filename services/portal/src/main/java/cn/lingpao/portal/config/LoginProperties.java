package cn.lingpao.portal.config;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How staff sign in, and where the services are that the workbench asks with their token.
 *
 * @param issuer of the tokens, as a browser reaches it
 * @param issuerInside the same as the portal reaches it
 * @param clientId of the portal at the issuer
 * @param clientSecret of the portal at the issuer
 * @param registry target-registry
 * @param collection data-collection
 * @param review evidence-review
 * @param readTimeout how long an answer may take
 */
@ConfigurationProperties("lingpao.workbench")
record LoginProperties(
        String issuer,
        String issuerInside,
        String clientId,
        String clientSecret,
        URI registry,
        URI collection,
        URI review,
        Duration readTimeout) {}
