package cn.lingpao.datacollection.adapter.kafka;

import cn.lingpao.contracts.TargetRegistered;
import cn.lingpao.datacollection.application.Questions;
import cn.lingpao.eventing.ReferenceData;
import cn.lingpao.methodology.framework.CheckPoint;
import cn.lingpao.methodology.framework.Framework;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Questions as registry and framework ask them; a check point that the framework excludes is not asked. */
public final class ReferenceQuestions implements Questions {

    private final ReferenceData reference;

    public ReferenceQuestions(ReferenceData reference) {
        this.reference = reference;
    }

    @Override
    public List<Question> of(String campaignId) {
        List<CheckPoint> points = reference
                .campaign(campaignId)
                .flatMap(campaign -> reference.framework(campaign.frameworkRef()))
                .map(framework -> Framework.parse(framework.document()).checkPoints().stream()
                        .filter(point -> point.exclusion() == null)
                        .toList())
                .orElse(List.of());
        return reference.targets(campaignId).stream()
                .sorted(Comparator.comparing(TargetRegistered::targetId))
                .flatMap(target -> questions(target, points))
                .toList();
    }

    private static Stream<Question> questions(TargetRegistered target, List<CheckPoint> points) {
        return points.stream()
                .map(point -> new Question(
                        target.targetId(),
                        target.name().zh(),
                        point.id(),
                        point.text().zh()));
    }
}
