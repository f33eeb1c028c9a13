package cn.lingpao.gateway.http;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

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
        Duration per) {}
