package cn.lingpao.portal.workbench;

import cn.lingpao.portal.fieldwork.Campaign;
import cn.lingpao.portal.fieldwork.Fieldwork;
import cn.lingpao.portal.fieldwork.Matrix.Heading;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** The names of a campaign's targets and indicators. */
@Component
class Campaigns {

    private final Fieldwork fieldwork;

    Campaigns(Fieldwork fieldwork) {
        this.fieldwork = fieldwork;
    }

    Names names(Campaign campaign) {
        return new Names(targets(campaign), fieldwork.framework(campaign.framework()));
    }

    /** The targets, to choose from. */
    List<Heading> targets(Campaign campaign) {
        return fieldwork.targets(campaign.id()).stream()
                .sorted(Comparator.comparing(Heading::id))
                .toList();
    }
}
