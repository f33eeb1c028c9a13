package cn.lingpao.inspection.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What the footer of a page shows of the block that the regulation asks for.
 *
 * @param shown element to what was read of it
 * @param missing elements that are not there
 * @param wordless whether a picture without words stands in the footer, which may hold what is missing
 * @param scripted whether a script may fill the footer
 */
public record FooterReading(Map<String, String> shown, List<String> missing, boolean wordless, boolean scripted) {

    public static final String PARTY_MARK = "党政机关标识";
    public static final String REPORT = "找错入口";
    public static final String CODE = "网站标识码";
    public static final String ICP = "ICP备案";
    public static final String POLICE = "公安备案";
    public static final String SPONSOR = "主办单位";
    public static final String CONTACT = "联系方式";
    public static final String MAP = "网站地图";

    private static final int SNIPPET = 400;
    private static final Map<String, Sign> SIGNS = signs();

    /** @param anywhere whether the words mean this wherever on the page they stand */
    private record Sign(boolean anywhere, Pattern words, Pattern addresses) {}

    /** Reads the footers of the page; marks and links that can stand nowhere else by mistake are sought on the whole page. */
    public static FooterReading of(List<Document> parts) {
        Map<String, String> shown = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        SIGNS.forEach((name, sign) -> {
            String found = parts.stream()
                    .map(part -> find(sign, part))
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse("");
            if (found.isEmpty()) {
                missing.add(name);
            } else {
                shown.put(name, found);
            }
        });
        return new FooterReading(
                shown,
                List.copyOf(missing),
                parts.stream().anyMatch(FooterReading::hasWordlessPicture),
                parts.stream().anyMatch(part -> isScripted(part, shown.size())));
    }

    private static Map<String, Sign> signs() {
        Map<String, Sign> signs = new LinkedHashMap<>();
        signs.put(PARTY_MARK, new Sign(false, words("党政机关"), words("conac\\.(cn|com)|conac")));
        signs.put(REPORT, new Sign(false, words("找错|纠错"), words("zfwzgl\\.www\\.gov\\.cn|jiucuo|site_?code=")));
        signs.put(
                CODE,
                new Sign(
                        true,
                        words("标识编?[码号]\\s*(?:为|:)?\\s*[(\\[【]?\\s*(\\d(?: ?\\d){9}|[A-Za-z]{0,2}\\d{4,})"),
                        words("(?!)")));
        signs.put(
                ICP,
                new Sign(
                        true,
                        words(
                                "I\\s*C\\s*P\\s*[备证備](?:案|编|号|序|第|[\\s:()\\[\\]【】]|\\p{IsHan}?\\s*ICP\\s*[备证備])*\\d(?: ?\\d){4,}"),
                        words("(?!)")));
        signs.put(
                POLICE,
                new Sign(
                        true,
                        words(
                                "公(?:网安|安(?:机关)?(?:网站|联网|互联网)?)[备備](?:案|编|号|序|第|[\\s:()\\[\\]【】]|\\p{IsHan}?公网安[备備])*\\d(?: ?\\d){7,}"),
                        words("beian\\S*recordcode=\\d{8,}|mps\\.gov\\.cn\\S*code=\\d{8,}")));
        signs.put(
                SPONSOR,
                new Sign(
                        false,
                        words(
                                "主\\s*办(单\\s*位)?\\s*[:|]\\s*(?!承办|协办|技术|联系|维护|版权|网站)[\\p{IsHan}\\w]{2,}|主办单位 (?!承办|协办|技术|联系|维护|版权|网站)\\p{IsHan}{4,}|\\p{IsHan}{2,}(政府|办公厅|办公室|局|厅|委|部|中心)\\p{IsHan}{0,6}主\\s*办(?!\\s*[:：])"),
                        words("(?!)")));
        signs.put(
                CONTACT,
                new Sign(
                        false,
                        words(
                                "(电\\s*话|热\\s*线|传\\s*真|邮\\s*编|tel)\\s*(?:[(（]\\p{IsHan}{1,6}[)）]\\s*)?[:：]?\\s*[(（+]?\\d[\\d\\s()（）—-]{3,}|地\\s*址\\s*[:：]\\s*(?!邮编|电话|网站|联系)[\\w\\p{IsHan}]{4,}|联系我们|联系方式|(?<!\\d)0\\d{2,3}[-—－ ]\\d{7,8}|[\\w.]+@[\\w.]+"),
                        words("mailto:|tel:|lxwm|lianxi|contact")));
        signs.put(MAP, new Sign(true, words("网站地图|站点地图|本站地图"), words("(site_?map|wzdt|zddt)[\\w/]*(\\.|/|$)")));
        return signs;
    }

    private static Pattern words(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }

    private static String find(Sign sign, Document page) {
        List<Element> places = sign.anywhere() ? List.of(page.body()) : Regions.footers(page);
        for (Element place : places) {
            for (String text : readings(place.text())) {
                Matcher words = sign.words().matcher(text);
                if (words.find()) {
                    return words.group();
                }
            }
            String said = said(sign, place);
            if (!said.isEmpty()) {
                return said;
            }
        }
        boolean everywhere = sign.anywhere() || !sign.addresses().pattern().contains("mailto");
        return everywhere ? addressed(sign, page) : "";
    }

    /** As it stands, full-width letters made plain; and with Chinese words put together that are spaced out. */
    private static List<String> readings(String text) {
        String plain = Letters.plain(text);
        return List.of(plain, plain.replaceAll("(?<=\\p{IsHan})\\s+(?=[\\p{IsHan}:])", ""));
    }

    private static String said(Sign sign, Element place) {
        for (Element element : place.select("a, img, area, input[type=image], [onclick], [id]")) {
            String said = (element.attr("alt") + " " + element.attr("title")).strip();
            if (readings(said).stream()
                    .anyMatch(text -> sign.words().matcher(text).find())) {
                return said;
            }
            if (sign.addresses().matcher(addresses(element)).find()) {
                return addresses(element);
            }
        }
        return "";
    }

    private static String addressed(Sign sign, Document page) {
        return page.select("a, img, script, iframe, area, object, [onclick], [id]").stream()
                .filter(element -> sign.addresses().matcher(addresses(element)).find()
                        || element.normalName().equals("img")
                                && sign.words().matcher(element.attr("alt")).find())
                .map(element -> addresses(element).isEmpty() ? element.attr("alt") : addresses(element))
                .findFirst()
                .orElse("");
    }

    private static String addresses(Element element) {
        String script = element.data().substring(0, Math.min(element.data().length(), SNIPPET));
        return (script + " " + element.attr("href") + " " + element.attr("src") + " " + element.attr("onclick") + " "
                        + element.id())
                .strip();
    }

    private static boolean hasWordlessPicture(Document page) {
        return Regions.footers(page).stream()
                .flatMap(foot -> foot.select("img").stream())
                .anyMatch(image -> (image.attr("alt") + image.attr("title")).isBlank() && !isKnown(image));
    }

    private static boolean isKnown(Element image) {
        Element link = image.closest("a[href]");
        String address = image.attr("src") + " " + (link == null ? "" : link.attr("href"));
        return address.matches(
                "(?is).*(conac|beian|gongan|police|jiucuo|zfwzgl|red\\.|blue\\.|ghs|gaba|ewm|erweima|qr|weixin|wechat|weibo|wx|wb|logo|icon|app|phone|tel|mail|app|dzjg|dwjg|jh\\.|ba\\.|line|bg|dot|arrow|wza|ipv6).*");
    }

    private static boolean isScripted(Document page, int shown) {
        if (Scripts.includes(page, "(foot|bottom|copyright|banquan|yejiao)")) {
            return true;
        }
        boolean blank =
                Regions.footers(page).stream().allMatch(foot -> foot.text().isBlank());
        return shown < SIGNS.size() && blank && Scripts.mayFill(page);
    }
}
