package cn.lingpao.servicesupport;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How a service's HTTP door is set.
 *
 * @param maxBody the largest request body
 * @param publicPaths patterns that need no token, each optionally preceded by a method: {@code POST /api/v1/x}
 */
@ConfigurationProperties("lingpao.http")
public record Door(
        @DefaultValue("16MB") DataSize maxBody,
        @DefaultValue List<String> publicPaths) {}
