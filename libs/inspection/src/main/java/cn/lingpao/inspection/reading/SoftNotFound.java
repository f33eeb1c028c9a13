package cn.lingpao.inspection.reading;

import cn.lingpao.inspection.web.Answers;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page that is answered with 200 and says that there is no such page. */
public final class SoftNotFound {

    private static final Pattern SAYS = Pattern.compile(
            "not\\s+found|(页面|网页|文件|文章|内容|信息|栏目|资源|链接|地址)[^，。；]{0,8}(不存在|未找到|找不到|没找到|没有找到|已被?删除|丢失|走丢|失效|已下线)|"
                    + "(找不到|没有找到|未找到|无法找到|不存在)[^，。；]{0,8}(页面|网页|文件|文章|内容|信息|栏目|资源)|"
                    + "您?(访问|要找|查找|请求|查看|浏览)的[^，。；]{0,12}(不存在|找不到|未找到|已被?删除|已失效|走丢)",
            Pattern.CASE_INSENSITIVE);
    /** The number said as a status; 404 is also the number of a house. */
    private static final Pattern STATUS = Pattern.compile(
            "(?<![\\d.-])404\\s*[-—_|:：,，!！]?\\s*(error|错误|页面|网页|抱歉|对不起)|(error|错误|http|status|代码|状态码?)\\s*[-:：]?\\s*404(?!\\d)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ERROR_PATH =
            Pattern.compile("(?i).*/(404|error|notfound|not-found|err404|page404)(\\.\\w+)?/?$");
    private static final int SHORT = 300;

    private SoftNotFound() {}

    /**
     * What betrays the page; empty where nothing does.
     *
     * @param asked the address asked for
     * @param ended where the answer came from
     */
    public static Optional<String> sign(Document page, URI asked, URI ended) {
        if (!asked.equals(ended) && ERROR_PATH.matcher(ended.getPath()).matches()) {
            return Optional.of("leads to " + ended.getPath());
        }
        Element main = Regions.main(page);
        boolean brief = main.text().length() < SHORT && !Answers.isArticle(page);
        if (brief && saysSo(page, main)) {
            String said = main.text().isBlank() ? page.title() : main.text();
            return Optional.of("says \"" + said.substring(0, Math.min(40, said.length())) + "\"");
        }
        return Optional.empty();
    }

    private static boolean saysSo(Document page, Element main) {
        String all = page.title() + " " + main.text();
        return SAYS.matcher(all).find()
                || STATUS.matcher(all).find()
                || page.title().matches("\\s*404(\\D.*)?")
                || main.getAllElements().stream()
                        .anyMatch(part -> part.ownText().strip().equals("404"));
    }

    /** The words of a page without the address that was asked for, so that two answers to nonsense can be compared. */
    public static String words(Document page, URI asked) {
        return Titles.normal((page.title() + " " + page.body().text())
                .replace(asked.toString(), "")
                .replace(asked.getPath(), ""));
    }
}
