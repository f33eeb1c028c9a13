package cn.lingpao.gateway.http;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * How often one client may make one kind of request.
 *
 * @param name what the limit is called in counters
 * @param methods the methods covered; none means all
 * @param paths the path patterns covered
 * @param anonymous whether only clients without a token are covered
 * @param requests the requests allowed in a period
 * @param per the period
 */
public record Limit(
        String name,
        @DefaultValue List<String> methods,
        List<String> paths,
        @DefaultValue("false") boolean anonymous,
        int requests,
        Duration per) {

    boolean covers(String method, String path, boolean withoutToken) {
        return (methods.isEmpty() || methods.contains(method.toUpperCase(Locale.ROOT)))
                && (withoutToken || !anonymous)
                && paths.stream().anyMatch(pattern -> matches(pattern, path));
    }

    private static boolean matches(String pattern, String path) {
        return PathPatternParser.defaultInstance.parse(pattern).matches(PathContainer.parsePath(path));
    }
}
