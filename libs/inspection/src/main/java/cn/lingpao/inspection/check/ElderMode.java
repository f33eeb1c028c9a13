package cn.lingpao.inspection.check;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.Finding;
import cn.lingpao.inspection.reading.Letters;
import cn.lingpao.inspection.site.View;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Whether an entry to a mode for the elderly is seen on the home page; a person decides what it is worth. */
final class ElderMode implements HomePageCheck {

    private static final Pattern ENTRY = Pattern.compile("(长者|老年|关怀|适老|敬老|爱老|大字)(人|版|模式|专区|助手|服务|化|者)*");

    @Override
    public String id() {
        return "elder-mode";
    }

    @Override
    public String citation() {
        return "《互联网应用适老化及无障碍改造专项行动方案》（工信部信管〔2020〕200号）";
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of();
    }

    @Override
    public Finding decide(Inspection inspection, View home) {
        Optional<String> entry = home.parts().stream()
                .flatMap(part -> part.select("a, button, span, img, div[onclick], li").stream())
                .map(ElderMode::words)
                .filter(words -> words.length() <= 20
                        && ENTRY.matcher(Letters.simple(words)).find())
                .findFirst();
        String reading = entry.map(words -> "entry \"" + words + "\"").orElse("no entry in the source");
        return Finding.undetermined(Cause.HINT_ONLY, reading, home.evidence());
    }

    private static String words(Element element) {
        return (element.ownText() + " " + element.attr("title") + " " + element.attr("alt")).strip();
    }
}
