package cn.lingpao.portal.web;

import cn.lingpao.portal.results.Ranking;
import cn.lingpao.portal.results.Release;
import cn.lingpao.portal.results.Releases;
import cn.lingpao.portal.results.Results;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The public pages: campaigns, a release with its lists, and the score sheet of a target. */
@Controller
class ResultPages {

    private final Results results;
    private final PublicApi api;

    ResultPages(Results results, PublicApi api) {
        this.results = results;
        this.api = api;
    }

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("campaigns", results.campaigns().campaigns());
        model.addAttribute("apiBase", api.address() + "/api/v1/public/campaigns");
        return "home";
    }

    /** Whatever else is asked for below the results gets a page of this site. */
    @GetMapping({"/results", "/results/**"})
    String elsewhere() {
        throw new NothingPublished();
    }

    @GetMapping("/results/{campaign}")
    String latest(
            @PathVariable String campaign,
            @RequestParam Optional<String> list,
            @RequestParam(defaultValue = "") String q,
            Model model) {
        Release release = results.release(campaign, "latest").orElseThrow(NothingPublished::new);
        return ranking(
                release, list, q, "/results/" + release.content().campaign().id(), model);
    }

    @GetMapping("/results/{campaign}/{number}")
    String numbered(
            @PathVariable String campaign,
            @PathVariable int number,
            @RequestParam Optional<String> list,
            @RequestParam(defaultValue = "") String q,
            Model model) {
        Release release = release(campaign, number);
        return ranking(release, list, q, address(release), model);
    }

    @GetMapping("/results/{campaign}/{number}/targets/{target}")
    String target(@PathVariable String campaign, @PathVariable int number, @PathVariable String target, Model model) {
        Release release = release(campaign, number);
        describe(release, model);
        model.addAttribute(
                "sheet",
                results.sheet(campaign, number, target)
                        .map(sheet -> SheetPage.of(release.content().framework(), sheet))
                        .orElseThrow(NothingPublished::new));
        model.addAttribute("sheetJson", api.release(campaign, number) + "/targets/" + target);
        return "target";
    }

    private String ranking(Release release, Optional<String> wanted, String search, String self, Model model) {
        String campaign = release.content().campaign().id();
        List<Release.ListHeading> lists = release.content().lists();
        String list = wanted.orElseGet(
                () -> lists.stream().findFirst().map(Release.ListHeading::id).orElse(""));
        Ranking ranking = results.ranking(campaign, release.number(), list).orElseThrow(NothingPublished::new);
        describe(release, model);
        model.addAttribute("lists", lists);
        model.addAttribute("page", RankingPage.of(release.content().framework(), ranking, search));
        model.addAttribute("search", search);
        model.addAttribute("self", self);
        model.addAttribute("rankingApi", api.release(campaign, release.number()) + "/rankings/" + list);
        return "release";
    }

    private Release release(String campaign, int number) {
        return results.release(campaign, Integer.toString(number)).orElseThrow(NothingPublished::new);
    }

    private void describe(Release release, Model model) {
        String campaign = release.content().campaign().id();
        Optional<Releases> all = results.releases(campaign);
        model.addAttribute("release", release);
        model.addAttribute("campaign", release.content().campaign());
        model.addAttribute("framework", release.content().framework());
        model.addAttribute("invented", release.content().campaign().invented());
        model.addAttribute("releases", all.map(Releases::releases).orElse(List.of()));
        model.addAttribute(
                "correction",
                all.flatMap(found -> found.correctionOf(release.number())).orElse(null));
        model.addAttribute("releasePath", address(release));
        model.addAttribute("releaseApi", api.release(campaign, release.number()));
    }

    private static String address(Release release) {
        return "/results/" + release.content().campaign().id() + "/" + release.number();
    }
}
