package cn.lingpao.portal.workbench;

import cn.lingpao.methodology.framework.CheckPoint;
import cn.lingpao.portal.fieldwork.Campaign;
import cn.lingpao.portal.fieldwork.Fieldwork;
import cn.lingpao.portal.fieldwork.Intake;
import cn.lingpao.portal.fieldwork.Intake.Outcome;
import cn.lingpao.portal.fieldwork.Refused;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a collector says what he saw at a point, with the file that shows it. */
@Controller
@RequestMapping("/workbench/{campaign}/observe")
class ObservePages {

    private final Fieldwork fieldwork;
    private final Intake intake;
    private final Campaigns campaigns;
    private final Clock clock;

    ObservePages(Fieldwork fieldwork, Intake intake, Campaigns campaigns, Clock clock) {
        this.fieldwork = fieldwork;
        this.intake = intake;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    @GetMapping
    String form(@PathVariable String campaign, @ModelAttribute Sighting sighting, Model model) {
        return form(campaign, sighting.at(clock.instant()), Map.of(), null, model);
    }

    /** A file is brought before the observation that names it; what is sent again is recognised by its content. */
    @PostMapping
    String deliver(
            @PathVariable String campaign,
            @ModelAttribute Sighting sighting,
            @RequestParam(required = false) @Nullable MultipartFile file,
            RedirectAttributes after,
            Model model) {
        MultipartFile proof = file == null || file.isEmpty() ? null : file;
        Map<String, String> faults = sighting.faults(choices(campaign, sighting), proof != null);
        if (!faults.isEmpty()) {
            return form(campaign, sighting, faults, null, model);
        }
        try {
            Outcome outcome = intake.deliver(campaign, sighting.seen(bring(campaign, sighting, proof)));
            if (outcome.outcome().equals("rejected")) {
                return form(campaign, sighting, Map.of(), outcome, model);
            }
        } catch (Refused refused) {
            if (refused.status() == 401 || refused.status() == 403 || refused.status() == 404) {
                throw refused;
            }
            Outcome refusal = new Outcome("rejected", null, refused.code(), refused.getMessage());
            return form(campaign, sighting, Map.of(), refusal, model);
        }
        Said.of("observe.said.delivered", sighting.target(), sighting.checkPoint())
                .tell(after);
        return "redirect:" + Said.wayBack(campaign, sighting.back());
    }

    private @Nullable String bring(String campaign, Sighting sighting, @Nullable MultipartFile file) {
        if (file == null) {
            return null;
        }
        String type = Objects.requireNonNullElse(file.getContentType(), "application/octet-stream");
        Map<String, String> query = new HashMap<>(Map.of(
                "kind", kind(type),
                "target", sighting.target(),
                "capturedAt", String.valueOf(sighting.time())));
        if (!sighting.url().isEmpty()) {
            query.put("url", sighting.url());
        }
        return intake.bring(campaign, query, type, file.getResource());
    }

    private static String kind(String type) {
        return type.startsWith("image/") ? "screenshot" : type.startsWith("text/html") ? "page" : "file";
    }

    private Choices choices(String campaign, Sighting sighting) {
        return Choices.of(checkPoint(fieldwork.campaign(campaign), sighting).rule());
    }

    private CheckPoint checkPoint(Campaign campaign, Sighting sighting) {
        return fieldwork
                .framework(campaign.framework())
                .checkPoint(sighting.checkPoint())
                .orElseThrow(() -> new Refused(404, "unknown-check-point", sighting.checkPoint()));
    }

    private String form(
            String id, Sighting sighting, Map<String, String> faults, @Nullable Outcome refusal, Model model) {
        Campaign campaign = campaigns.describe(id, model);
        CheckPoint point = checkPoint(campaign, sighting);
        model.addAttribute("sighting", sighting);
        model.addAttribute("point", point);
        model.addAttribute("choices", Choices.of(point.rule()));
        model.addAttribute("causes", fieldwork.causes());
        model.addAttribute("faults", faults);
        model.addAttribute("refusal", refusal);
        model.addAttribute("back", Said.wayBack(id, sighting.back()));
        return "workbench/observe";
    }
}
