package cn.lingpao.sitecollector.config;

import cn.lingpao.inspection.check.Checks;
import cn.lingpao.inspection.web.Cidr;
import cn.lingpao.sitecollector.adapter.inspection.VisitSettings;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the texts of the properties; what does not fit keeps the service from starting, with the reason. */
final class Settings {

    private Settings() {}

    static VisitSettings of(SiteCollectorProperties properties) {
        return new VisitSettings(
                properties.folder(),
                networks(properties.allowNetwork()),
                parameters(properties.parameters()),
                properties.userAgent(),
                properties.parallel(),
                properties.delay(),
                properties.perChannel(),
                properties.browser());
    }

    static List<Cidr> networks(String text) {
        return words(text).map(Cidr::parse).toList();
    }

    static Map<String, String> parameters(String text) {
        Set<String> known = new HashSet<>(Set.of("site.pages"));
        Checks.all().forEach(check -> check.parameters().keySet().forEach(name -> known.add(check.id() + "." + name)));
        Map<String, String> parameters = new LinkedHashMap<>();
        words(text).forEach(word -> {
            String[] pair = word.split("=", 2);
            if (pair.length < 2 || !known.contains(pair[0].strip())) {
                throw new IllegalArgumentException(
                        "'" + word + "' is no parameter of a check; see libs/inspection/CHECKS.md");
            }
            parameters.put(pair[0].strip(), pair[1].strip());
        });
        return parameters;
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.split(",")).map(String::strip).filter(word -> !word.isEmpty());
    }
}
