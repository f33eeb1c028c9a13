package cn.lingpao.casesubmission.adapter.http;

import cn.lingpao.casesubmission.domain.CaseForm;
import cn.lingpao.casesubmission.domain.CaseForm.Contact;
import cn.lingpao.casesubmission.domain.CaseForm.Recommender;
import cn.lingpao.casesubmission.domain.CaseForm.RecommenderKind;
import cn.lingpao.casesubmission.domain.CaseForm.Unit;
import cn.lingpao.casesubmission.domain.Fault;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The recommendation form in JSON.
 *
 * @param recommenderKind left out, it is {@code sponsoring-unit} when the recommender is the unit, else {@code public}
 * @param type one case type, or {@code types} where several were ticked; the first counts
 * @param at when it was submitted, for recorded campaigns only
 */
record CaseBody(
        @Nullable String target,
        @Nullable String recommender,
        @Nullable String recommenderKind,
        @Nullable String recommendedOn,
        @Nullable UnitBody unit,
        @Nullable ContactBody contact,
        @Nullable String type,
        @Nullable List<String> types,
        @Nullable String title,
        @Nullable String url,
        @Nullable String reason,
        @Nullable Instant at) {

    CaseForm toDomain() {
        Unit named = unit == null ? new Unit("", null) : new Unit(text(unit.name), optional(unit.url));
        return new CaseForm(
                text(target),
                new Recommender(kind(named), text(recommender), optional(recommendedOn)),
                named,
                contact == null ? new Contact("", "", "", null) : contact.toDomain(),
                ticked(),
                text(title),
                optional(url),
                text(reason));
    }

    private RecommenderKind kind(Unit named) {
        if (recommenderKind == null) {
            return text(recommender).equals(named.name()) ? RecommenderKind.SPONSORING_UNIT : RecommenderKind.PUBLIC;
        }
        List<RecommenderKind> kinds = List.of(RecommenderKind.values());
        return kinds.stream()
                .filter(kind -> kind.word().equals(recommenderKind))
                .findFirst()
                .orElseThrow(() -> Refusals.of(List.of(new Fault(
                        "recommenderKind",
                        "unknown-word",
                        "'" + recommenderKind + "' is none of "
                                + String.join(
                                        ", ",
                                        kinds.stream()
                                                .map(RecommenderKind::word)
                                                .toList()) + "."))));
    }

    private List<String> ticked() {
        if (type != null && types != null) {
            throw Refusals.of(List.of(new Fault("types", "ambiguous", "Give either 'type' or 'types'.")));
        }
        return type != null ? List.of(type) : types == null ? List.of() : types;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private static @Nullable String optional(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** The unit whose case it is. */
    record UnitBody(@Nullable String name, @Nullable String url) {}

    /** Whom to ask. */
    record ContactBody(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String address) {

        Contact toDomain() {
            return new Contact(text(name), text(phone), text(email), optional(address));
        }
    }
}
