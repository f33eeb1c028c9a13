package cn.lingpao.inspection.reading;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** What a column is about, by the name it bears; the regulation sets other limits for each. */
public enum ColumnKind {
    /** 动态要闻. */
    NEWS,
    /** 通知公告, 政策文件. */
    NOTICE,
    /** Everything else that is a list. */
    OTHER,
    /** 办事指南 and the ways there. */
    SERVICE,
    /** 好差评 and the ways there. */
    EVALUATION,
    /** 概况, 机构, 领导: pages of prose. */
    PROSE;

    private static final String NEWS_WORDS = "要闻|动态|新闻|时政|资讯|快讯";
    private static final String NOT_NEWS = "发布会|发言人|监测|办件|回应|专题";
    private static final String NOTICE_WORDS = "通知|公告|公示|通告|政策文件|政府文件|规范性文件|最新政策|最新文件|政策发布|政策法规|文件发布";
    private static final String NOT_NOTICE = "招标|采购|招聘|招考|人事|土地|拍卖|出让|解读|图解|问答|咨询|征集|行政处罚|许可|环评|征收|失信";
    private static final String SERVICE_WORDS = "服务|指南|办事";
    private static final String NOT_SERVICE = "解读|动态|(公开|投资|招商|旅游|采购|消费|购物|生活)[^办服]{0,2}指南";
    private static final String EVALUATION_WORDS = "好差评|服务评价|评价";
    private static final String NOT_EVALUATION = "环境|环评|信用|职称|风险|质量|绩效";
    private static final String PROSE_WORDS = "概况|简介|概览|领导|机构职能|职能|职责|关于|联系我们|地图|历史|人文|荣誉|魅力|走进|旅游";

    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    /** Whether a name is worth a visit before others. */
    static boolean isKnown(String name) {
        return has(Letters.simple(name), String.join("|", NEWS_WORDS, NOTICE_WORDS, SERVICE_WORDS, EVALUATION_WORDS));
    }

    /** The kind that a name tells. */
    public static ColumnKind of(String written) {
        String name = Letters.simple(written);
        if (has(name, EVALUATION_WORDS) && !has(name, NOT_EVALUATION)) {
            return EVALUATION;
        }
        if (has(name, PROSE_WORDS)) {
            return PROSE;
        }
        if (has(name, NOTICE_WORDS) && !has(name, NOT_NOTICE)) {
            return NOTICE;
        }
        if (has(name, NEWS_WORDS) && !has(name, NOT_NEWS)) {
            return NEWS;
        }
        return has(name, SERVICE_WORDS) && !has(name, NOT_SERVICE) ? SERVICE : OTHER;
    }

    private static boolean has(String name, String words) {
        return PATTERNS.computeIfAbsent(words, Pattern::compile).matcher(name).find();
    }
}
