package cn.lingpao.portal.workbench;

import cn.lingpao.portal.fieldwork.Fieldwork;
import cn.lingpao.portal.fieldwork.Sampled;
import java.util.Comparator;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What people overturned of the results of programs, and which checks fell back to people. */
@Controller
class ProgramPages {

    private static final Comparator<Sampled> FALLEN_FIRST = Comparator.comparing(Sampled::state)
            .thenComparing(Sampled::collector)
            .thenComparing(Sampled::checkPoint);

    private final Fieldwork fieldwork;
    private final Campaigns campaigns;

    ProgramPages(Fieldwork fieldwork, Campaigns campaigns) {
        this.fieldwork = fieldwork;
        this.campaigns = campaigns;
    }

    @GetMapping("/workbench/{campaign}/programs")
    String programs(@PathVariable String campaign, Model model) {
        campaigns.describe(campaign, model);
        model.addAttribute(
                "checks",
                fieldwork.sampling(campaign).stream().sorted(FALLEN_FIRST).toList());
        return "workbench/programs";
    }
}
