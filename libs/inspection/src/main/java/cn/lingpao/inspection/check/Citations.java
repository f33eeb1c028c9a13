package cn.lingpao.inspection.check;

/** The regulations that the checks read. */
final class Citations {

    /** 国办秘函〔2019〕19号. */
    static final String INDICATORS = "《政府网站与政府政务新媒体检查指标》（国办秘函〔2019〕19号）";

    /** 国办发〔2017〕47号. */
    static final String GUIDELINES = "《政府网站发展指引》（国办发〔2017〕47号）";

    private Citations() {}
}
