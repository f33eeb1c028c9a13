package cn.lingpao.inspection.check;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.Finding;
import cn.lingpao.inspection.reading.Links;
import cn.lingpao.inspection.site.View;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** No link of the home page to the same site is dead; what looks dead is asked again before it counts. */
final class DeadLinks implements HomePageCheck {

    private static final int QUOTED = 5;

    @Override
    public String id() {
        return "dead-links";
    }

    @Override
    public String citation() {
        return Citations.INDICATORS + "扣分指标“可用性：首页链接”";
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of("links", "200", "again-seconds", "3");
    }

    @Override
    public Finding decide(Inspection inspection, View home) {
        Set<URI> all = links(home);
        List<URI> own =
                all.stream().filter(url -> Links.sameSite(home.url(), url)).toList();
        long outside = all.size() - own.size();
        int limit = inspection.parameters().number(this, "links");
        LinkProbe probe = new LinkProbe(inspection.web(), inspection.site());
        List<LinkProbe.State> states = own.stream().limit(limit).map(probe::ask).toList();
        List<LinkProbe.State> suspects =
                states.stream().filter(LinkProbe.State::dead).toList();
        if (!suspects.isEmpty()) {
            Pause.of(inspection.parameters().decimal(this, "again-seconds"));
        }
        List<LinkProbe.State> dead = new ArrayList<>();
        List<LinkProbe.State> unknown =
                new ArrayList<>(states.stream().filter(LinkProbe.State::unknown).toList());
        suspects.stream().map(state -> probe.askAgain(state.url())).forEach(state -> {
            if (state.dead()) {
                dead.add(state);
            } else if (state.unknown()) {
                unknown.add(state);
            }
        });
        String counted = states.size() + " links of the site asked, " + Math.max(0, own.size() - limit) + " left out, "
                + outside + " lead outside";
        return finding(home, counted, dead, unknown);
    }

    private static Finding finding(
            View home, String counted, List<LinkProbe.State> dead, List<LinkProbe.State> unknown) {
        if (!dead.isEmpty()) {
            return Finding.notMet(dead.size() + " dead: " + quoted(dead) + "; " + counted, evidence(home, dead));
        }
        if (!unknown.isEmpty()) {
            Cause cause = unknown.getFirst().cause();
            return Finding.undetermined(
                    cause == null ? Cause.NOT_TRIED : cause,
                    unknown.size() + " not seen: " + quoted(unknown) + "; " + counted,
                    evidence(home, unknown));
        }
        return Finding.met("none dead; " + counted, home.evidence());
    }

    private static Set<URI> links(View home) {
        Set<URI> links = new LinkedHashSet<>();
        home.parts().forEach(part -> part.select("a[href], area[href]").stream()
                .filter(link -> link.closest("template, noscript") == null)
                .flatMap(link -> Links.target(link).stream())
                .filter(url -> !url.equals(home.url()))
                .forEach(links::add));
        return links;
    }

    private static String quoted(List<LinkProbe.State> states) {
        return states.stream()
                .limit(QUOTED)
                .map(state -> state.url() + " (" + state.told() + ")")
                .collect(Collectors.joining(", "));
    }

    private static List<String> evidence(View home, List<LinkProbe.State> states) {
        List<String> evidence = new ArrayList<>(home.evidence());
        states.forEach(state -> evidence.addAll(state.evidence()));
        return evidence;
    }
}
