package cn.lingpao.inspection.web;

import java.net.URI;
import java.nio.charset.Charset;
import java.util.Map;

/**
 * The open web, politely and safely. Nothing here throws for what the web does: it is told in the answer. Calls to one host
 * wait for each other and for its delay.
 */
public interface Web {

    /** Fetches a page, following redirects; may be answered from an earlier capture that the site says is unchanged. */
    Capture get(URI url);

    /** Asks without a body. */
    Capture head(URI url);

    /** Sends a form as a browser would, its characters encoded as the page's. */
    Capture post(URI url, Map<String, String> form, Charset charset);

    /** One request without hidden retries, cache or breaker, for measurements; redirects are followed. */
    Capture probe(URI url);

    /** How the host presents itself over TLS. */
    TlsReport tls(String host, int port);

    /** Whether the host is there over IPv6. */
    Ipv6Report ipv6(String host, int port);

    /** Whether robots.txt of its host allows this address to be visited. */
    boolean allowed(URI url);
}
