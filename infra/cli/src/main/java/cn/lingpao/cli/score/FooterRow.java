package cn.lingpao.cli.score;

import java.util.Locale;
import java.util.regex.Pattern;

/** What the first field of a row says when the row is none of a target but the footer of a spreadsheet. */
final class FooterRow {

    private static final Pattern REMARK = Pattern.compile(
            "(sources?|notes?|data (from|source)|last updated|来源|数据来源|注|备注|说明)[^:：]{0,30}[:：].*|[©*†].*");

    private static final Pattern SUMMARY = Pattern.compile("(grand |sub)?total|average|mean|median|minimum|maximum"
            + "|standard deviation|std\\.? ?dev\\.?|合计|总计|小计|平均|平均值|平均分|均值|中位数|最大值|最小值|标准差");

    private FooterRow() {}

    /** A remark such as {@code Source: …}, or a row of totals or averages. */
    static boolean is(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return REMARK.matcher(lower).matches() || SUMMARY.matcher(lower).matches();
    }
}
