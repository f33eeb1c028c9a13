package cn.lingpao.portal.workbench;

import cn.lingpao.portal.fieldwork.Fieldwork;
import cn.lingpao.portal.web.FailurePage;
import cn.lingpao.portal.web.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The way in and the way out. */
@Controller
@RequestMapping("/workbench")
class EntryPages {

    private final Fieldwork fieldwork;

    EntryPages(Fieldwork fieldwork) {
        this.fieldwork = fieldwork;
    }

    @GetMapping
    String campaigns(Model model) {
        model.addAttribute("campaigns", fieldwork.campaigns());
        return "workbench/entry";
    }

    @RequestMapping("/wrong-role")
    ModelAndView wrongRole(HttpServletRequest request, Locale locale) {
        Object asked = request.getAttribute("jakarta.servlet.forward.request_uri");
        ModelAndView page = FailurePage.of(HttpStatus.FORBIDDEN, "wrong-role", request, locale);
        page.setViewName("workbench/wrong-role");
        page.addObject("otherLanguage", HttpMethod.GET.matches(request.getMethod()) ? sameIn(locale, asked) : null);
        page.addObject("needed", Needed.by(String.valueOf(asked)));
        return page;
    }

    private static String sameIn(Locale locale, Object asked) {
        return asked + "?lang=" + Language.of(locale).other().code();
    }

    @RequestMapping("/stale")
    ModelAndView stale(HttpServletRequest request, Locale locale) {
        return FailurePage.of(HttpStatus.FORBIDDEN, "stale", request, locale);
    }

    @RequestMapping("/signed-out")
    String signedOut(@RequestAttribute(required = false) String endOfSession, Model model) {
        model.addAttribute("endOfSession", endOfSession);
        return "workbench/signed-out";
    }

    /** Whatever else is asked for below the workbench, so that it is refused within it. */
    @RequestMapping("/**")
    ModelAndView elsewhere(HttpServletRequest request, Locale locale) {
        return FailurePage.of(HttpStatus.NOT_FOUND, "not-in-campaign", request, locale);
    }

    @GetMapping("/not-signed-in")
    ModelAndView notSignedIn(HttpServletRequest request, Locale locale) {
        return FailurePage.of(HttpStatus.UNAUTHORIZED, "not-signed-in", request, locale);
    }
}
