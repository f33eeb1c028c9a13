package cn.lingpao.gateway.http;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.ServerRequest;

/** Tells a service who asked and under which name and id; what the client claims about that is thrown away before. */
public final class RequestHeaders implements RequestHttpHeadersFilter, Ordered {

    @Override
    public HttpHeaders apply(HttpHeaders input, ServerRequest request) {
        HttpServletRequest original = request.servletRequest();
        HttpHeaders headers = new HttpHeaders();
        headers.addAll(input);
        original.getHeaders(HttpHeaders.CONTENT_TYPE)
                .asIterator()
                .forEachRemaining(type -> headers.set(HttpHeaders.CONTENT_TYPE, type));
        headers.set("X-Forwarded-For", original.getRemoteAddr());
        headers.set("X-Forwarded-Proto", original.getScheme());
        headers.set("X-Forwarded-Host", original.getServerName());
        headers.set("X-Forwarded-Port", Integer.toString(original.getServerPort()));
        if (original.getAttribute(RequestIds.HEADER) instanceof String id) {
            headers.set(RequestIds.HEADER, id);
        }
        return headers;
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
