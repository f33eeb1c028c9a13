package cn.lingpao.portal.workbench;

import cn.lingpao.portal.fieldwork.Campaign;
import cn.lingpao.portal.fieldwork.Fieldwork;
import cn.lingpao.portal.fieldwork.Matrix;
import cn.lingpao.portal.workbench.BoardPage.Wanted;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.util.UriComponentsBuilder;

/** The board: targets × indicators, and progress counted four ways. */
@Controller
@RequestMapping("/workbench/{campaign}")
class BoardPages {

    private static final List<String> COUNTED_BY = List.of("day", "target", "indicator", "collector");

    private final Fieldwork fieldwork;
    private final MessageSource messages;

    BoardPages(Fieldwork fieldwork, MessageSource messages) {
        this.fieldwork = fieldwork;
        this.messages = messages;
    }

    @GetMapping
    String board(
            @PathVariable String campaign,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String topic,
            @RequestParam(defaultValue = "day") String by,
            Locale locale,
            Model model) {
        fill(campaign, wanted(q, state, topic), by, locale, model);
        return "workbench/board";
    }

    /** What changes on the board, and only when something has; a script asks for it every few seconds. */
    @GetMapping("/live")
    String live(
            @PathVariable String campaign,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String topic,
            @RequestParam(defaultValue = "day") String by,
            Locale locale,
            Model model,
            WebRequest request) {
        int seen = fill(campaign, wanted(q, state, topic), by, locale, model);
        return request.checkNotModified("\"" + Integer.toHexString(seen) + "\"") ? null : "workbench/board :: live";
    }

    private int fill(String id, Wanted wanted, String by, Locale locale, Model model) {
        Campaign campaign = fieldwork.campaign(id);
        Matrix matrix = fieldwork.matrix(id);
        String counted = COUNTED_BY.contains(by) ? by : "day";
        Boards boards =
                new Boards(id, matrix, fieldwork.framework(campaign.framework()), new CellLabels(messages, locale));
        BoardPage board = boards.page(wanted);
        ProgressPage progress = ProgressPage.of(fieldwork.progress(id, counted), matrix);
        Campaigns.head(campaign, model);
        model.addAttribute("board", board);
        model.addAttribute("dimensions", boards.dimensions());
        model.addAttribute("squares", Square.values());
        model.addAttribute("wanted", wanted);
        model.addAttribute("counted", COUNTED_BY);
        model.addAttribute("progress", progress);
        model.addAttribute("liveAddress", live(id, wanted, counted));
        return 31 * board.hashCode() + progress.hashCode();
    }

    private static String live(String campaign, Wanted wanted, String by) {
        return UriComponentsBuilder.fromPath("/workbench")
                .pathSegment(campaign, "live")
                .queryParam("q", "{q}")
                .queryParam("state", wanted.state())
                .queryParam("topic", "{topic}")
                .queryParam("by", by)
                .encode()
                .buildAndExpand(wanted.q(), wanted.topic())
                .toUriString();
    }

    private static Wanted wanted(String q, String state, String topic) {
        boolean known = state.equals(Wanted.ESCALATED)
                || Arrays.stream(Square.values())
                        .anyMatch(square -> square.word().equals(state));
        return new Wanted(q, known ? state : "", topic);
    }
}
