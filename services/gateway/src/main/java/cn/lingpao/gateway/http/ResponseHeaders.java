package cn.lingpao.gateway.http;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.ResponseHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.ServerResponse;

/** Keeps the names of hosts and servers behind the gateway out of its answers. */
public final class ResponseHeaders implements ResponseHttpHeadersFilter, Ordered {

    private static final List<String> INTERNAL = List.of("Server", "Via", "X-Powered-By", RequestIds.HEADER);

    private final Set<String> authorities;

    public ResponseHeaders(List<URI> services) {
        this.authorities = services.stream().map(URI::getAuthority).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public HttpHeaders apply(HttpHeaders input, ServerResponse response) {
        HttpHeaders headers = new HttpHeaders();
        headers.addAll(input);
        INTERNAL.forEach(headers::remove);
        URI location = headers.getLocation();
        if (location != null && location.getAuthority() != null && authorities.contains(location.getAuthority())) {
            headers.set(HttpHeaders.LOCATION, withoutHost(location));
        }
        return headers;
    }

    private static String withoutHost(URI location) {
        String query = location.getRawQuery() == null ? "" : "?" + location.getRawQuery();
        return location.getRawPath() + query;
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
