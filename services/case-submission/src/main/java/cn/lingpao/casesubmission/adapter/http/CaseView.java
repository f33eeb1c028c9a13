package cn.lingpao.casesubmission.adapter.http;

import cn.lingpao.casesubmission.domain.Attachment;
import cn.lingpao.casesubmission.domain.Award;
import cn.lingpao.casesubmission.domain.CaseForm.Contact;
import cn.lingpao.casesubmission.domain.CaseForm.Unit;
import cn.lingpao.casesubmission.domain.InnovationCase;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A case; contact, attachments and award are for judges and administrators only and left out for others. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CaseView(
        String caseId,
        String campaignId,
        String target,
        String recommenderKind,
        Unit unit,
        String type,
        List<String> types,
        String title,
        @Nullable String url,
        String reason,
        Instant submittedAt,
        @Nullable Inside inside) {

    /** For everybody with a token: no personal data, no decision. */
    static CaseView open(InnovationCase found) {
        return of(found, null);
    }

    /** For judges and administrators. */
    static CaseView full(InnovationCase found) {
        return of(
                found,
                new Inside(
                        found.form().recommender().name(),
                        found.form().recommender().on(),
                        found.form().contact(),
                        IntStream.range(0, found.attachments().size())
                                .mapToObj(i ->
                                        FileView.of(i + 1, found.attachments().get(i)))
                                .toList(),
                        found.award() == null ? null : AwardView.of(found.award())));
    }

    private static CaseView of(InnovationCase found, @Nullable Inside inside) {
        return new CaseView(
                found.id(),
                found.campaignId(),
                found.form().targetId(),
                found.form().recommender().kind().word(),
                found.form().unit(),
                found.form().countedType(),
                found.form().types(),
                found.form().title(),
                found.form().url(),
                found.form().reason(),
                found.submittedAt(),
                inside);
    }

    /** What only judges and administrators see. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Inside(
            String recommender,
            @Nullable String recommendedOn,
            Contact contact,
            List<FileView> attachments,
            @Nullable AwardView award) {}

    /** An attachment; {@code number} counts from 1 and is its address. */
    record FileView(int number, String name, String mediaType, long size, String sha256) {

        static FileView of(int number, Attachment file) {
            return new FileView(number, file.name(), file.type().mediaType(), file.size(), file.sha256());
        }
    }

    /** An award; zero points mean that it was withdrawn. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AwardView(
            BigDecimal points, String awardedBy, @Nullable String note, Instant awardedAt, long sequence) {

        static AwardView of(Award award) {
            return new AwardView(award.points(), award.awardedBy(), award.note(), award.awardedAt(), award.sequence());
        }
    }
}
