package cn.lingpao.portal.workbench;

import cn.lingpao.portal.fieldwork.Campaign;
import cn.lingpao.portal.fieldwork.Capture;
import cn.lingpao.portal.fieldwork.Fieldwork;
import cn.lingpao.portal.fieldwork.Piece;
import cn.lingpao.portal.fieldwork.Slice;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was captured: looked for, described, verified, and set beside what was captured before and after. */
@Controller
@RequestMapping("/workbench/{campaign}/evidence")
class EvidencePages {

    private static final String SIZE = "25";

    private final Fieldwork fieldwork;
    private final Campaigns campaigns;

    EvidencePages(Fieldwork fieldwork, Campaigns campaigns) {
        this.fieldwork = fieldwork;
        this.campaigns = campaigns;
    }

    @GetMapping
    String search(
            @PathVariable String campaign,
            @RequestParam(defaultValue = "") String target,
            @RequestParam(defaultValue = "") String url,
            @RequestParam(defaultValue = "") String sha256,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        String hash = sha256.strip().toLowerCase(Locale.ROOT);
        boolean noHash = !hash.isEmpty() && !hash.matches("[0-9a-f]{64}");
        Query query = new Query().with("target", target).with("url", url).with("sha256", hash);
        Slice<Capture> captures = noHash
                ? new Slice<>(List.of(), 0, 1, 0)
                : fieldwork.captures(
                        campaign,
                        new Query()
                                .with("target", target)
                                .with("url", url)
                                .with("sha256", hash)
                                .with("page", "" + page)
                                .and("size", SIZE));
        Campaign known = campaigns.describe(campaign, model);
        model.addAttribute("targets", campaigns.targets(known));
        model.addAttribute("noHash", noHash);
        model.addAttribute("target", target);
        model.addAttribute("url", url);
        model.addAttribute("sha256", sha256);
        model.addAttribute("captures", captures);
        model.addAttribute("pages", Pager.of("/workbench/" + campaign + "/evidence", query, captures));
        return "workbench/evidence";
    }

    @GetMapping("/{sha256:[0-9a-fA-F]{64}}")
    String piece(
            @PathVariable String campaign,
            @PathVariable String sha256,
            @RequestParam Optional<String> verify,
            Authentication caller,
            Model model) {
        Piece piece = fieldwork.piece(campaign, sha256);
        Person person = Person.of(caller);
        campaigns.describe(campaign, model);
        model.addAttribute("piece", piece);
        model.addAttribute("cells", Standing.of(piece.cells()));
        model.addAttribute("excerpt", Excerpt.isText(piece.type()) ? excerpt(campaign, piece) : null);
        model.addAttribute("verification", verify.isPresent() ? fieldwork.verification(campaign, sha256) : null);
        model.addAttribute(
                "histories",
                person.seesHistory()
                        ? piece.captures().stream()
                                .map(Capture::url)
                                .filter(Objects::nonNull)
                                .distinct()
                                .map(address -> new History(address, fieldwork.history(campaign, address)))
                                .toList()
                        : List.of());
        return "workbench/piece";
    }

    private Excerpt excerpt(String campaign, Piece piece) {
        return fieldwork.bytes(
                campaign, piece.sha256(), java.util.Map.of(), download -> Excerpt.of(download, piece.size()));
    }

    /** Every capture of an address, oldest first. */
    public record History(String address, List<Capture> captures) {}
}
