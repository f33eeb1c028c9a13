package cn.lingpao.evidencereview;

import cn.lingpao.contracts.CampaignDefined;
import cn.lingpao.contracts.CampaignDefined.Group;
import cn.lingpao.contracts.CampaignDefined.Phase;
import cn.lingpao.contracts.CampaignDefined.PhaseId;
import cn.lingpao.contracts.CampaignDefined.TimeBasis;
import cn.lingpao.contracts.FrameworkPublished;
import cn.lingpao.contracts.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What the registry would tell of a small invented assessment. */
final class Reference {

    private static final Text NAME = new Text("样例", "Sample");
    private static final String DOCUMENT = """
            id: sample
            version: "1"
            name: {zh: 样例, en: Sample}
            levelNames: [{zh: 一级, en: First}]
            fullMarks: 100
            ranking: {method: dense, basis: raw, order: score}
            review: none
            missing: zero
            undetermined: zero
            nodes:
              - id: service
                name: {zh: 服务, en: Service}
                weight: 1
                checkPoints:
                  - {id: service.none, text: {zh: 无}, origin: platform, rule: checklist, points: 50}
                  - {id: service.single, text: {zh: 单}, origin: platform, rule: checklist, points: 30, review: single}
                  - {id: service.double, text: {zh: 双}, origin: platform, rule: checklist, points: 20, review: double}
            """;

    private Reference() {}

    static FrameworkPublished framework() {
        return new FrameworkPublished("sample@1", NAME, "0".repeat(64), DOCUMENT, Instant.EPOCH);
    }

    static CampaignDefined campaign(String id) {
        Phase collection = new Phase(PhaseId.COLLECTION, NAME, LocalDate.of(2021, 9, 1), LocalDate.of(2021, 11, 30));
        return new CampaignDefined(
                id,
                1,
                NAME,
                "sample@1",
                true,
                TimeBasis.RECORDED,
                List.of(collection),
                List.of(new Group("provincial", NAME)),
                List.of(),
                Instant.EPOCH);
    }
}
