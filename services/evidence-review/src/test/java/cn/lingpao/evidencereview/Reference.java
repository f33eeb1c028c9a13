package cn.lingpao.evidencereview;

import cn.lingpao.contracts.FrameworkPublished;
import cn.lingpao.testsupport.SmallAssessment;

/** The framework of the integration tests. */
final class Reference {

    private Reference() {}

    static FrameworkPublished framework() {
        return SmallAssessment.framework(
                "{id: service.none, text: {zh: 无}, origin: platform, rule: checklist, points: 50}",
                "{id: service.single, text: {zh: 单}, origin: platform, rule: checklist, points: 30, review: single}",
                "{id: service.double, text: {zh: 双}, origin: platform, rule: checklist, points: 20, review: double}");
    }
}
