package cn.lingpao.portal.workbench;

import cn.lingpao.portal.fieldwork.Fieldwork;
import cn.lingpao.portal.fieldwork.Observation;
import cn.lingpao.portal.fieldwork.Point;
import cn.lingpao.portal.fieldwork.Slice;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The points behind a field, a row or a column of the board. */
@Controller
class PointPages {

    private static final String SIZE = "50";
    private static final String MOST = "500";

    private final Fieldwork fieldwork;
    private final Campaigns campaigns;

    PointPages(Fieldwork fieldwork, Campaigns campaigns) {
        this.fieldwork = fieldwork;
        this.campaigns = campaigns;
    }

    @GetMapping("/workbench/{campaign}/points")
    String points(
            @PathVariable String campaign,
            @RequestParam(defaultValue = "") String target,
            @RequestParam(defaultValue = "") String node,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "0") int page,
            Authentication person,
            Model model) {
        Query query = new Query().with("target", target).with("node", node).with("state", state);
        Slice<Point> points =
                fieldwork.points(campaign, query.also("page", page).and("size", SIZE));
        campaigns.describe(campaign, model);
        model.addAttribute("target", target);
        model.addAttribute("node", node);
        model.addAttribute("state", state);
        model.addAttribute("points", points);
        model.addAttribute("here", query.address("/workbench/" + campaign + "/points", "page", page));
        model.addAttribute("pages", Pager.of("/workbench/" + campaign + "/points", query, points));
        model.addAttribute(
                "observed", Person.of(person).seesEverything() ? observed(campaign, points.items()) : Map.of());
        return "workbench/points";
    }

    /** What was seen at the points of a target, by the id of the observation. */
    private Map<String, Observation> observed(String campaign, List<Point> points) {
        Map<String, Observation> byId = new HashMap<>();
        List<String> targets = points.stream()
                .filter(point -> point.observationId() != null)
                .map(Point::target)
                .distinct()
                .toList();
        if (targets.size() == 1) {
            List<String> wanted =
                    points.stream().map(Point::checkPoint).distinct().toList();
            Stream<Observation> observed = wanted.size() > 12
                    ? fieldwork
                            .observations(campaign, Map.of("target", targets.getFirst(), "size", MOST))
                            .items()
                            .stream()
                    : wanted.stream()
                            .flatMap(point -> fieldwork
                                    .observations(
                                            campaign,
                                            Map.of("target", targets.getFirst(), "checkPoint", point, "size", MOST))
                                    .items()
                                    .stream());
            observed.forEach(observation -> byId.put(observation.observationId(), observation));
        }
        return byId;
    }
}
