package cn.lingpao.inspection.check;

import cn.lingpao.inspection.Subject;
import cn.lingpao.inspection.browser.Browser;
import cn.lingpao.inspection.fixture.FixtureBrowser;
import cn.lingpao.inspection.fixture.FixtureWeb;
import cn.lingpao.inspection.fixture.Portal;
import cn.lingpao.inspection.fixture.Sites;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Inspections of fixture sites on a day of the fixtures, without waiting. */
final class FixtureInspections {

    static final LocalDate TODAY = LocalDate.of(2021, 11, 20);
    static final Clock CLOCK = Clock.fixed(Instant.parse("2021-11-20T02:00:00Z"), ZoneOffset.UTC);

    private FixtureInspections() {}

    /** The inspection of a portal; its other channel, if any, is known to it. */
    static Inspection of(Portal portal) {
        return of(portal, Map.of());
    }

    /** The same with parameters of the checks. */
    static Inspection of(Portal portal, Map<String, String> parameters) {
        FixtureWeb web = new FixtureWeb(CLOCK).serve(Sites.HOST, portal);
        web.presents(portal.tls);
        web.answersIpv6(Sites.HOST, portal.ipv6);
        List<Subject> subjects = new ArrayList<>(List.of(subject("portal", Sites.HOST)));
        Portal other = portal.other;
        if (other != null) {
            web.serve(Sites.PLATFORM, other);
            subjects.add(subject("service-platform", Sites.PLATFORM));
        }
        Map<String, String> all = new HashMap<>(impatient());
        all.putAll(parameters);
        Optional<Browser> browser =
                Optional.ofNullable(portal.rendered).map(rendered -> new FixtureBrowser(web, rendered));
        return Inspection.of(subjects, new Inspection.Tools(web, CLOCK, new Parameters(all), browser))
                .getFirst();
    }

    private static Subject subject(String kind, String host) {
        return new Subject("yunlan", Sites.DIVISION, kind, kind, URI.create("http://" + host + "/"));
    }

    static Map<String, String> impatient() {
        Map<String, String> parameters = new HashMap<>();
        Checks.all().forEach(check -> check.parameters().keySet().stream()
                .filter(name -> name.matches("second-look-seconds|interval-seconds|spacing-seconds|again-seconds"))
                .forEach(name -> parameters.put(check.id() + "." + name, "0")));
        return parameters;
    }
}
