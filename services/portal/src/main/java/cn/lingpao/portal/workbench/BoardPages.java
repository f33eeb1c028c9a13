package cn.lingpao.portal.workbench;

import cn.lingpao.portal.fieldwork.Campaign;
import cn.lingpao.portal.fieldwork.Fieldwork;
import cn.lingpao.portal.fieldwork.Matrix;
import cn.lingpao.portal.fieldwork.Slice;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.WebRequest;

/** The board: targets × indicators, and progress counted four ways. */
@Controller
@RequestMapping("/workbench/{campaign}")
class BoardPages {

    private final Fieldwork fieldwork;
    private final MessageSource messages;

    BoardPages(Fieldwork fieldwork, MessageSource messages) {
        this.fieldwork = fieldwork;
        this.messages = messages;
    }

    @GetMapping
    String board(@PathVariable String campaign, @ModelAttribute BoardQuery asked, Locale locale, Model model) {
        fill(campaign, asked, locale, model);
        return "workbench/board";
    }

    /** What changes on the board, and only when something has; a script asks for it every few seconds. */
    @GetMapping("/live")
    String live(
            @PathVariable String campaign,
            @ModelAttribute BoardQuery asked,
            Locale locale,
            Model model,
            WebRequest request) {
        int seen = fill(campaign, asked, locale, model);
        return request.checkNotModified("\"" + Integer.toHexString(seen) + "\"") ? null : "workbench/board :: live";
    }

    private int fill(String id, BoardQuery asked, Locale locale, Model model) {
        Campaign campaign = fieldwork.campaign(id);
        Matrix matrix = fieldwork.matrix(id);
        Boards boards =
                new Boards(id, matrix, fieldwork.framework(campaign.framework()), new CellLabels(messages, locale));
        BoardPage board = boards.page(asked.wanted(), asked.rowsPage());
        ProgressPage progress = ProgressPage.of(fieldwork.progress(id, asked.counted()), matrix, asked.progressPage());
        Campaigns.head(campaign, model);
        model.addAttribute("board", board);
        model.addAttribute("dimensions", boards.dimensions());
        model.addAttribute("squares", Square.values());
        model.addAttribute("wanted", asked.wanted());
        model.addAttribute("counted", BoardQuery.COUNTED_BY);
        model.addAttribute("progress", progress);
        ways("/workbench/" + id, asked.query(), board, progress, model);
        return 31 * board.hashCode() + progress.hashCode();
    }

    /** The other pages of the board and of the progress, and where its news is. */
    private static void ways(String here, Query asked, BoardPage board, ProgressPage progress, Model model) {
        Slice<?> rows = board.shown();
        Slice<?> counted = progress.rows();
        model.addAttribute("pages", Pager.of(here, asked.also("part", counted.page()), rows));
        model.addAttribute("parts", Pager.of(here, asked.also("page", rows.page()), "part", counted));
        model.addAttribute(
                "liveAddress", asked.also("part", counted.page()).address(here + "/live", "page", rows.page()));
    }
}
