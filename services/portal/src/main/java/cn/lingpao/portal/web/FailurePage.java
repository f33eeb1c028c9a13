package cn.lingpao.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.servlet.ModelAndView;

/** A failure as a page in the style of the site, with a way back to the part of it that failed. */
public final class FailurePage {

    private FailurePage() {}

    /** @param kind begins the keys of the page's messages: {@code failure.<kind>} */
    public static ModelAndView of(HttpStatusCode status, String kind, HttpServletRequest request, Locale locale) {
        Language language = Language.of(locale);
        ModelAndView page = new ModelAndView("failure");
        page.setStatus(status);
        page.addObject("language", language);
        page.addObject("otherLanguage", EveryPage.otherLanguage(request, language));
        page.addObject("status", status.value());
        page.addObject("kind", kind);
        page.addObject("campaign", null); // or the layout takes the word in the address for one
        return page;
    }
}
