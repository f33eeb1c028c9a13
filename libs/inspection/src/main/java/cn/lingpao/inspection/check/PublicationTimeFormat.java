package cn.lingpao.inspection.check;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.Finding;
import cn.lingpao.inspection.reading.ColumnKind;
import cn.lingpao.inspection.reading.PublicationTimes;
import cn.lingpao.inspection.site.Column;
import cn.lingpao.inspection.site.View;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Articles print their publication time as {@code YYYY-MM-DD HH:MM}; seconds may follow. */
final class PublicationTimeFormat implements HomePageCheck {

    @Override
    public String id() {
        return "publication-time";
    }

    @Override
    public String citation() {
        return Citations.GUIDELINES + "“内容页：发布时间”";
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of("articles", "5");
    }

    @Override
    public Finding decide(Inspection inspection, View home) {
        int count = inspection.parameters().number(this, "articles");
        Findings findings = new Findings();
        for (Column column : inspection.site().columns()) {
            int articles = column.kind() == ColumnKind.SERVICE ? 0 : count;
            inspection
                    .site()
                    .articles(column, articles)
                    .forEach(article -> findings.add(article.url().toString(), decide(article)));
        }
        return findings.isEmpty()
                ? Finding.undetermined(
                        home.mayBeFilled() ? Cause.NEEDS_BROWSER : Cause.NOT_FOUND,
                        "no article was found",
                        home.evidence())
                : findings.together();
    }

    private static Finding decide(View article) {
        if (!article.seen()) {
            return Finding.undetermined(Objects.requireNonNull(article.cause()), article.detail(), article.evidence());
        }
        List<String> printed = article.parts().stream()
                .flatMap(part -> PublicationTimes.printed(part).stream())
                .toList();
        if (printed.isEmpty()) {
            Cause cause = article.mayBeFilled() ? Cause.NEEDS_BROWSER : Cause.PARSE;
            return Finding.undetermined(cause, "no publication time is printed", article.evidence());
        }
        if (printed.stream().anyMatch(PublicationTimes::isRegular)) {
            return Finding.met(printed.getFirst(), article.evidence());
        }
        boolean awaited = article.parts().stream().anyMatch(PublicationTimes::awaited);
        boolean scripted = !article.rendered()
                && article.parts().stream()
                        .anyMatch(part -> !part.select("script").isEmpty());
        return awaited
                ? Finding.undetermined(
                        scripted ? Cause.NEEDS_BROWSER : Cause.PARSE,
                        "nothing stands behind the label of the publication time",
                        article.evidence())
                : Finding.notMet("\"" + String.join("\", \"", printed) + "\"", article.evidence());
    }
}
