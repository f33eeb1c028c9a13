package cn.lingpao.standalone.issuer;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the issuer lives and whom it knows.
 *
 * @param uri the issuer's own address, the {@code iss} of its tokens
 * @param folder where the signing key is kept
 * @param cliSecret the secret of the client {@code lingpao-cli}
 * @param portalSecret the secret of the client {@code lingpao-portal}
 * @param collectors programs that collect, {@code name:secret,…}
 * @param portalUris addresses at which a browser sees the portal
 */
@ConfigurationProperties("issuer")
record IssuerProperties(
        String uri,
        Path folder,
        String cliSecret,
        String portalSecret,
        @DefaultValue("") String collectors,
        List<String> portalUris) {}
