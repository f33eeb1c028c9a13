package cn.lingpao.portal.workbench;

import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What the next page says about the last act.
 *
 * @param key of the message; its parameters are target, check point and {@code who}
 * @param who somebody else whom it names, or empty
 * @param refused whether it came to nothing
 */
record Said(String key, String target, String checkPoint, String who, boolean refused) {

    static Said of(String key, String target, String checkPoint) {
        return new Said(key, target, checkPoint, "", false);
    }

    void tell(RedirectAttributes after) {
        after.addFlashAttribute("said", key);
        after.addFlashAttribute("saidTarget", target);
        after.addFlashAttribute("saidPoint", checkPoint);
        after.addFlashAttribute("saidWho", who);
        after.addFlashAttribute("refused", refused);
    }

    /** Where a reader came from, if that is a list of this campaign; else the tasks. */
    static String wayBack(String campaign, String back) {
        String list = "/workbench/" + campaign + "/";
        return back.startsWith(list) && !back.contains("\\") ? back : list + "tasks";
    }
}
