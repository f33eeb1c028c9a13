package cn.lingpao.casesubmission.domain;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The recommendation form 推荐表 (deck, 优秀创新案例).
 *
 * @param targetId the government whose case it is
 * @param types case types as ticked; several still make one case, and the first counts
 * @param reason 推荐理由, at most 300 characters
 */
public record CaseForm(
        String targetId,
        Recommender recommender,
        Unit unit,
        Contact contact,
        List<String> types,
        String title,
        @Nullable String url,
        String reason) {

    public CaseForm {
        types = List.copyOf(types);
    }

    /** The type that counts. */
    public String countedType() {
        return types.getFirst();
    }

    /**
     * Who recommends 推荐单位(个人).
     *
     * @param on date of the recommendation, ISO, as declared
     */
    public record Recommender(
            RecommenderKind kind, String name, @Nullable String on) {}

    /** The sorts of recommender. */
    public enum RecommenderKind {
        SPONSORING_UNIT,
        SUPERIOR_DEPARTMENT,
        DOMAIN_EXPERT,
        PUBLIC;

        /** The name in forms, for example {@code superior-department}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The unit whose case it is 单位名称, 单位网址. */
    public record Unit(String name, @Nullable String url) {}

    /** Whom to ask 联系人: personal data. */
    public record Contact(
            String name,
            String phone,
            String email,
            @Nullable String address) {}
}
