package cn.lingpao.gateway.http;

import java.util.List;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** A limit with its patterns read once. */
record LimitRule(Limit limit, Set<String> methods, List<PathPattern> patterns) {

    static LimitRule of(Limit limit) {
        return new LimitRule(
                limit,
                Set.copyOf(limit.methods()),
                limit.paths().stream()
                        .map(PathPatternParser.defaultInstance::parse)
                        .toList());
    }

    boolean covers(String method, String path, boolean withoutToken) {
        return (methods.isEmpty() || methods.contains(method))
                && (withoutToken || !limit.anonymous())
                && matches(PathContainer.parsePath(path));
    }

    private boolean matches(PathContainer path) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(path));
    }
}
