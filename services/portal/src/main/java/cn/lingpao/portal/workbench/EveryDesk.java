package cn.lingpao.portal.workbench;

import cn.lingpao.portal.results.Words;
import cn.lingpao.portal.web.Language;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page of the workbench knows: who looks at it. */
@ControllerAdvice(basePackageClasses = EveryDesk.class)
class EveryDesk {

    @ModelAttribute
    void describe(@Nullable Authentication person, Locale locale, Model model) {
        model.addAttribute("person", Person.of(person));
        model.addAttribute("words", new Said(Language.of(locale)));
    }

    /** Times and names as the page's language writes them. */
    record Said(Language language) {

        public String of(Words words) {
            return language.of(words);
        }
    }
}
