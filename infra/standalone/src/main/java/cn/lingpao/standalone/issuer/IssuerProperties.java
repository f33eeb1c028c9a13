package cn.lingpao.standalone.issuer;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the issuer lives and whom it knows.
 *
 * @param uri the issuer's own address, the {@code iss} of its tokens
 * @param folder where the signing key is kept
 * @param cliSecret the secret of the client {@code lingpao-cli}
 * @param collectorSecret the secret of the client {@code site-collector}
 * @param portalSecret the secret of the client {@code lingpao-portal}
 * @param portalUris addresses at which a browser sees the portal
 */
@ConfigurationProperties("issuer")
record IssuerProperties(
        String uri,
        Path folder,
        String cliSecret,
        String collectorSecret,
        String portalSecret,
        List<String> portalUris) {}
