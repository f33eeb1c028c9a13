package cn.lingpao.inspection.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The eight elements of a service guide and the words that stand for each. */
enum GuideElement {
    NAME("事项名称", "办理事项", "办事事项", "服务事项", "服务名称", "项目名称", "业务名称", "办理项目", "事项", "审批事项", "许可事项", "基本事项名称"),
    BASIS("设定依据", "法律依据", "办理依据", "法定依据", "实施依据", "政策依据", "审批依据", "设立依据", "受理依据", "办事依据", "许可依据", "依据", "法规依据", "事项依据"),
    CONDITIONS("申请条件", "受理条件", "办理条件", "审批条件", "申报条件", "办事条件", "许可条件", "准予条件", "申办条件", "服务条件", "条件", "申请对象及条件"),
    MATERIALS(
            "办理材料", "申请材料", "申报材料", "所需材料", "提交材料", "申办材料", "材料清单", "受理材料", "办事材料", "材料目录", "需提供材料", "所需资料", "申请资料",
            "提交资料", "办理所需材料", "材料", "申请材料目录", "应提交材料", "准备材料"),
    PLACE(
            "办理地点", "受理地点", "办公地点", "办理地址", "受理地址", "办事地点", "办事地址", "服务地点", "窗口地址", "办理窗口", "受理窗口", "办公地址", "地点", "地址",
            "办理场所", "受理地点和时间", "办理地点和时间", "办理时间地点", "办理地点及时间", "办理时间、地点", "联系地址", "受理单位地址", "现场办理地点"),
    HOURS(
            "办理时间", "办公时间", "工作时间", "受理时间", "办事时间", "服务时间", "窗口时间", "接待时间", "上班时间", "受理地点和时间", "办理地点和时间", "办理时间地点",
            "办理地点及时间", "办理时间、地点", "窗口办理时间", "现场办理时间"),
    TELEPHONE(
            "联系电话", "咨询电话", "咨询方式", "联系方式", "服务电话", "办公电话", "咨询热线", "窗口电话", "电话", "咨询渠道", "服务热线", "咨询服务电话", "办理电话",
            "咨询及联系电话", "咨询联系电话"),
    PROCEDURE(
            "办理流程", "办理程序", "办事流程", "申请流程", "受理流程", "审批流程", "办事程序", "流程图", "业务流程", "服务流程", "办理步骤", "审批程序", "申办流程",
            "许可程序", "流程", "办理流程图", "程序", "申办程序", "工作流程", "申请程序");

    private final String chinese;
    private final List<String> words;

    GuideElement(String chinese, String... synonyms) {
        this.chinese = chinese;
        Map<String, Boolean> all = new LinkedHashMap<>();
        all.put(chinese, true);
        List.of(synonyms).forEach(word -> all.put(word, true));
        words = List.copyOf(all.keySet());
    }

    /** As the regulation names it. */
    String chinese() {
        return chinese;
    }

    /** Whether a bare label names this element. */
    boolean isNamedBy(String bare) {
        return Labels.isOneOf(bare, words);
    }
}
