package cn.lingpao.inspection.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;

/** What templates leave behind when nobody filled them. */
public final class Placeholders {

    private static final Pattern SYNTAX = Pattern.compile(
            "\\{\\{.*|\\$!?\\{.*|\\{[$%#@!]?[\\w.:/\\-\\u4e00-\\u9fa5]+(\\s[^}]*)?\\}|<%.*|<!--.*|\\[!--.*|<[A-Za-z_:]+.*|"
                    + "\\[[$@#%][A-Za-z_.]+\\]|\\[(site|column|article|pub)\\w*\\]|%[A-Za-z_]+%|#[A-Za-z_.]+#|@[A-Za-z_.]+@|\\$[A-Za-z_.]+\\$?|__[A-Za-z_]+__|"
                    + "&lt;.*|TRS_\\w+.*|\\[field:.*",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern WORDS = Pattern.compile(
            "null|undefined|none|n/?a|nan|todo|tbd|test|xx+|\\*+|-+|_+|默认(值|栏目|站点)?|测试.{0,4}|示例.{0,4}|请(在此)?(输入|填写|设置|修改).*|"
                    + "此处(填写|输入).*|待(填|定|补充)|[\\[【][\\p{IsHan}A-Za-z_]{2,12}[\\]】]|(网站|站点|栏目|文章)?(名称|标题|描述|时间|日期|发布时间|发布日期|关键词|关键字|类别|类型|来源|域名|标识码)|某某.*|"
                    + "(site|column|article)(name|domain|idcode|description|keywords|type|title)|pubdate|contentsource|"
                    + "(your|my)[\\s_-]?(site|domain).*|0000-00-00.*|y{2,4}[-/.]m{1,2}[-/.]d{1,2}.*|x{2,}.*|(www\\.)?(example|domain|xxx+)\\..*",
            Pattern.CASE_INSENSITIVE);

    /** What stands for the name of a place. */
    private static final Pattern NAMELESS = Pattern.compile("((?:某某|x{2,})\\p{IsHan}).*", Pattern.CASE_INSENSITIVE);

    private Placeholders() {}

    /** The same of a tag of a page, where a place may be called 某某市 in all that is to be read. */
    public static boolean in(String value, Document page) {
        Matcher nameless = NAMELESS.matcher(value.strip());
        boolean used = nameless.matches() && (page.title() + page.body().text()).contains(nameless.group(1));
        return !used && in(value);
    }

    /** Whether a value is, or contains, what a template should have replaced. */
    public static boolean in(String value) {
        String text = value.strip();
        return WORDS.matcher(text).matches() || SYNTAX.matcher(text).find();
    }
}
