package cn.lingpao.inspection.reading;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The page of a column without what it shows of others beside the column's own list: 最新要闻, 推荐阅读, 点击排行. */
public final class OwnList {

    private static final Pattern SIDE = Pattern.compile(
            "(最新|热点|热门|推荐|相关|精彩|图片|视频|点击|阅读|浏览|本周|今日|重点|近期)(要闻|新闻|发布|更新|信息|文章|资讯|推荐|阅读|排行榜?|动态|消息|热点|公告|关注|链接|点击)|排行榜?|猜你喜欢|大家都?在看");
    private static final String MORE = "更多|查看更多|more|\\+";
    private static final int NAME = 12;
    private static final int LIST = 3;
    private static final int HUB = 2;

    private final Set<String> ways;
    private final LocalDate today;

    /** @param ways names of the site's other columns, as {@link Titles#normal} writes them */
    public OwnList(Set<String> ways, LocalDate today) {
        this.ways = ways;
        this.today = today;
    }

    /** A copy of the page of a column that bears these names; the page as it is where it is a hub of others. */
    public Document of(Document page, Set<String> names) {
        Document bare = page.clone();
        Map<Element, Element> blocks = blocks(bare, names);
        if (blocks.isEmpty()) {
            return page;
        }
        long named = blocks.values().stream()
                .filter(head -> !SIDE.matcher(name(head)).matches())
                .count();
        boolean hub = named >= HUB || blocks.values().stream().anyMatch(head -> hasLike(bare, head, names));
        blocks.keySet().forEach(Element::remove);
        List<Item> own = new ItemLists(today).in(bare);
        long dated = own.stream().filter(item -> item.date().isPresent()).count();
        boolean blank = own.isEmpty()
                && (!Emptiness.says(bare).isEmpty() || Emptiness.hasBlankList(bare) || Emptiness.awaitsScript(bare));
        return dated >= LIST || !hub && (dated > 0 || blank) ? bare : page;
    }

    /** Lists below a heading that names something else, each with its heading. */
    private Map<Element, Element> blocks(Document page, Set<String> names) {
        Set<Element> frame = Regions.frame(page);
        Map<Element, Element> blocks = new LinkedHashMap<>();
        for (Element head : page.body().getAllElements()) {
            String name = head.text().length() > NAME * 2 ? "" : name(head);
            boolean other = !name.isEmpty()
                    && !names.contains(name)
                    && (ways.contains(name) || SIDE.matcher(name).matches());
            Element next =
                    other && !Regions.within(head, frame) ? widest(head, name).nextElementSibling() : null;
            if (next != null && new ItemLists(today).below(next)) {
                blocks.putIfAbsent(next, head);
            }
        }
        return blocks;
    }

    /** Whether another block is headed like this one and is neither the column's own nor known: then the page is made of such. */
    private boolean hasLike(Document page, Element head, Set<String> names) {
        return page.select(head.normalName()).stream()
                .filter(other -> other.className().equals(head.className()))
                .map(OwnList::name)
                .anyMatch(name -> !name.isEmpty()
                        && !names.contains(name)
                        && !ways.contains(name)
                        && !SIDE.matcher(name).matches());
    }

    private static Element widest(Element head, String name) {
        Element at = head;
        for (Element up = at.parent(); up != null && name(up).equals(name); up = up.parent()) {
            at = up;
        }
        return at;
    }

    private static String name(Element head) {
        return Titles.normal(Letters.simple(head.text())).replaceAll(MORE, "");
    }
}
