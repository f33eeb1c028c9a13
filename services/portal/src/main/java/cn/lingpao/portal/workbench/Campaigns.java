package cn.lingpao.portal.workbench;

import cn.lingpao.portal.fieldwork.Campaign;
import cn.lingpao.portal.fieldwork.Fieldwork;
import cn.lingpao.portal.fieldwork.Matrix.Heading;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The campaign a page is about, and the names of its targets and indicators. */
@Component
class Campaigns {

    private final Fieldwork fieldwork;

    Campaigns(Fieldwork fieldwork) {
        this.fieldwork = fieldwork;
    }

    /** Tells a page which campaign it is about, and what its parts are called. */
    Campaign describe(String id, Model model) {
        Campaign campaign = fieldwork.campaign(id);
        head(campaign, model);
        model.addAttribute("names", names(campaign));
        return campaign;
    }

    /** Tells a page which campaign it is about. */
    static void head(Campaign campaign, Model model) {
        model.addAttribute("campaign", campaign);
        model.addAttribute("invented", campaign.invented());
    }

    private Names names(Campaign campaign) {
        return new Names(targets(campaign), fieldwork.framework(campaign.framework()));
    }

    /** The targets, to choose from. */
    List<Heading> targets(Campaign campaign) {
        return fieldwork.targets(campaign.id()).stream()
                .sorted(Comparator.comparing(Heading::id))
                .toList();
    }
}
