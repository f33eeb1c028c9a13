package cn.lingpao.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;

/** What every page knows: its language, and how to get to the same page in the other one. */
@ControllerAdvice
class EveryPage {

    /** What is asked in an address stays; a language that was chosen before does not. */
    private static final Set<String> KEPT = Set.of(
            "list",
            "q",
            "by",
            "state",
            "topic",
            "target",
            "node",
            "holder",
            "show",
            "url",
            "sha256",
            "page",
            "part",
            "verify",
            "checkPoint",
            "channel",
            "back");

    @ModelAttribute
    void describe(HttpServletRequest request, Locale locale, Model model) {
        Language language = Language.of(locale);
        model.addAttribute("language", language);
        model.addAttribute("otherLanguage", otherLanguage(request, language));
    }

    /** The same address with another {@code lang}; what else was asked stays. */
    static String otherLanguage(HttpServletRequest request, Language language) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(request.getRequestURI());
        request.getParameterMap().forEach((name, values) -> {
            if (KEPT.contains(name)) {
                address.queryParam(name, (Object[]) values);
            }
        });
        return address.queryParam("lang", language.other().code())
                .encode()
                .build()
                .toUriString();
    }
}
