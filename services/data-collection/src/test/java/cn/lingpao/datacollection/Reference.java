package cn.lingpao.datacollection;

import cn.lingpao.contracts.FrameworkPublished;
import cn.lingpao.testsupport.SmallAssessment;

/** The framework of the integration tests. */
final class Reference {

    private Reference() {}

    static FrameworkPublished framework() {
        return SmallAssessment.framework(
                "{id: service.met, text: {zh: 有}, origin: platform, rule: checklist, points: 50}",
                "{id: service.share, text: {zh: 率}, origin: platform, rule: ratio, points: 30, of: 100}",
                "{id: service.grade, text: {zh: 级}, origin: platform, rule: graded, points: 20, grades: {full: 1, part: 0.5, none: 0}}");
    }
}
