package cn.lingpao.sitecollector.adapter.inspection;

import cn.lingpao.inspection.web.Cidr;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How sites are visited.
 *
 * @param folder where each run has a folder of its own
 * @param networks internal ranges that are opened; none means the public internet only
 * @param parameters of checks, {@code check.parameter}
 * @param userAgent names the collector and whom to write to
 * @param parallel targets side by side
 * @param delay between two requests to a host
 * @param perChannel the longest all checks of a channel may take
 * @param withBrowser whether Chromium is used where there is one
 */
public record VisitSettings(
        Path folder,
        List<Cidr> networks,
        Map<String, String> parameters,
        String userAgent,
        int parallel,
        Duration delay,
        Duration perChannel,
        boolean withBrowser) {

    public VisitSettings {
        networks = List.copyOf(networks);
        parameters = Map.copyOf(parameters);
    }
}
