package cn.lingpao.inspection.reading;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words that stand before a value on government pages. */
public final class Labels {

    private static final Pattern PUBLICATION_TIME = Pattern.compile(
            "(发布|发文|发稿|发表|上传|更新|公开|公布|录入|信息|添加|稿件)?(时间|日期)|发布于|发表于|publishedon|date|time", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_VALUE = Pattern.compile(
            "[\\s\\p{Punct}—－：。、，]*|暂无.{0,4}|待补充|待定|待完善|未填写|未设置|空|null|undefined", Pattern.CASE_INSENSITIVE);

    private static final Pattern REMARK = Pattern.compile("[(（].{0,20}[)）]?");
    private static final List<Pattern> DRESSING = Stream.of(
                    "[\\s\\u00A0\\u3000]+",
                    "^[（(]?([一二三四五六七八九十]{1,3}|\\d{1,2})[)）、.．:：]+",
                    "^[\\[【（(*·•■◆●▪▶>★☆|]+|[\\]】）)：:*>|]+$",
                    "[：:]$",
                    "^[\\[【]|[\\]】]$")
            .map(Pattern::compile)
            .toList();

    private Labels() {}

    /** Whether a text is a label of a publication time and nothing else; punctuation must be gone. */
    static boolean isPublicationTime(String text) {
        return PUBLICATION_TIME.matcher(text).matches();
    }

    /** Whether a text says nothing: empty, punctuation only, 暂无, 待补充, a template's placeholder. */
    static boolean saysNothing(String text) {
        return NO_VALUE.matcher(text.strip()).matches() || Placeholders.in(text);
    }

    /** A label without its numbering, brackets, stars and colon: {@code 二、【申请条件】：} becomes {@code 申请条件}. */
    static String bare(String text) {
        String bare = Letters.simple(text);
        for (Pattern dressing : DRESSING) {
            bare = dressing.matcher(bare).replaceAll("");
        }
        return bare;
    }

    /** Whether a bare label is one of the words, or one of them with a bracketed remark behind it. */
    static boolean isOneOf(String bare, List<String> words) {
        return words.stream()
                .anyMatch(word -> bare.startsWith(word)
                        && (bare.length() == word.length()
                                || REMARK.matcher(bare.substring(word.length())).matches()));
    }
}
