package cn.lingpao.portal.workbench;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page of the workbench knows: who looks at it. */
@ControllerAdvice(basePackageClasses = EveryDesk.class)
class EveryDesk {

    @ModelAttribute
    void describe(@Nullable Authentication person, Model model) {
        model.addAttribute("person", Person.of(person));
    }
}
