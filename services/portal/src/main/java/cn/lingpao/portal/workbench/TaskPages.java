package cn.lingpao.portal.workbench;

import cn.lingpao.methodology.framework.Node;
import cn.lingpao.portal.fieldwork.Campaign;
import cn.lingpao.portal.fieldwork.Fieldwork;
import cn.lingpao.portal.fieldwork.Refused;
import cn.lingpao.portal.fieldwork.Slice;
import cn.lingpao.portal.fieldwork.Task;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people have to see to: the list, claiming and giving back. */
@Controller
@RequestMapping("/workbench/{campaign}/tasks")
class TaskPages {

    private static final String SIZE = "25";

    private final Fieldwork fieldwork;
    private final Campaigns campaigns;

    TaskPages(Fieldwork fieldwork, Campaigns campaigns) {
        this.fieldwork = fieldwork;
        this.campaigns = campaigns;
    }

    @GetMapping
    String tasks(
            @PathVariable String campaign,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String target,
            @RequestParam(defaultValue = "") String node,
            @RequestParam(defaultValue = "") String holder,
            @RequestParam(defaultValue = "0") int page,
            Authentication caller,
            Model model) {
        Person person = Person.of(caller);
        Query shown = new Query()
                .with("show", show)
                .with("target", target)
                .with("node", node)
                .with("holder", holder);
        Slice<Task> tasks = fieldwork.tasks(
                campaign,
                asked(show, person)
                        .with("target", target)
                        .with("node", node)
                        .with("holder", holder)
                        .with("page", "" + page)
                        .and("size", SIZE));
        Campaign known = campaigns.describe(campaign, model);
        model.addAttribute("targets", campaigns.targets(known));
        List<Node> leaves = fieldwork.framework(known.framework()).leaves();
        model.addAttribute("leaves", leaves);
        model.addAttribute(
                "otherNode",
                !node.isEmpty() && leaves.stream().noneMatch(leaf -> leaf.id().equals(node)));
        model.addAttribute("tasks", tasks);
        model.addAttribute("show", show);
        model.addAttribute("target", target);
        model.addAttribute("node", node);
        model.addAttribute("holder", holder);
        model.addAttribute("here", shown.address("/workbench/" + campaign + "/tasks", "page", page));
        model.addAttribute("pages", Pager.of("/workbench/" + campaign + "/tasks", shown, tasks));
        return "workbench/tasks";
    }

    @PostMapping("/{target}/{checkPoint}/claim")
    String claim(
            @PathVariable String campaign,
            @PathVariable String target,
            @PathVariable String checkPoint,
            @RequestParam(defaultValue = "") String back,
            RedirectAttributes after) {
        attempt(campaign, target, checkPoint, "claimed", () -> fieldwork.claim(campaign, target, checkPoint))
                .tell(after);
        return "redirect:" + Said.wayBack(campaign, back);
    }

    @PostMapping("/{target}/{checkPoint}/return")
    String giveBack(
            @PathVariable String campaign,
            @PathVariable String target,
            @PathVariable String checkPoint,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String back,
            RedirectAttributes after) {
        attempt(
                        campaign,
                        target,
                        checkPoint,
                        "returned",
                        () -> fieldwork.giveBack(campaign, target, checkPoint, reason))
                .tell(after);
        return "redirect:" + Said.wayBack(campaign, back);
    }

    /** What the reader is told afterwards: a conflict is no failure, another one was faster. */
    private Said attempt(String campaign, String target, String checkPoint, String done, Runnable act) {
        try {
            act.run();
            return Said.of("task.said." + done, target, checkPoint);
        } catch (Refused refused) {
            if (refused.status() != 409
                    && refused.status() != 400
                    && !refused.code().equals("not-a-person")) {
                throw refused;
            }
            String who = refused.code().equals("held") ? holder(campaign, target, checkPoint) : "";
            return new Said("task.said." + refused.code(), target, checkPoint, who, true);
        }
    }

    private String holder(String campaign, String target, String checkPoint) {
        return fieldwork.tasks(campaign, Map.of("target", target, "node", checkPoint)).items().stream()
                .map(Task::holder)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    private static Query asked(String show, Person person) {
        Query query = new Query();
        return switch (show) {
            case "mine" -> query.with("holder", person.name()).with("state", "claimed");
            case "open", "claimed", "done" -> query.with("state", show);
            case "escalated" -> query.with("escalated", "true");
            default -> query;
        };
    }
}
