package cn.lingpao.datacollection.application;

import cn.lingpao.datacollection.application.Questions.Question;
import cn.lingpao.datacollection.application.plan.NewestFindings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers which cells of a campaign have no observation yet. */
public final class AskWhatIsMissing {

    private final Questions questions;
    private final NewestFindings findings;

    public AskWhatIsMissing(Questions questions, NewestFindings findings) {
        this.questions = questions;
        this.findings = findings;
    }

    /** @param targetId null asks for every target */
    public List<Question> missing(String campaignId, @Nullable String targetId) {
        Map<String, Set<String>> observed = findings.observed(campaignId);
        return questions.of(campaignId).stream()
                .filter(each -> targetId == null || each.targetId().equals(targetId))
                .filter(each ->
                        !observed.getOrDefault(each.targetId(), Set.of()).contains(each.checkPointId()))
                .toList();
    }
}
