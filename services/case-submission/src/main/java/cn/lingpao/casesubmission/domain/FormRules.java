package cn.lingpao.casesubmission.domain;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a form must hold. */
public final class FormRules {

    /** 推荐理由 ≤ 300 字 (deck). */
    public static final int LONGEST_REASON = 300;

    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_URL = 2000;

    private final List<Fault> faults = new ArrayList<>();

    private FormRules() {}

    /**
     * Every fault of a form.
     *
     * @param knownTypes case types of the framework
     */
    public static List<Fault> check(CaseForm form, List<String> knownTypes) {
        FormRules rules = new FormRules();
        rules.texts(form);
        rules.types(form.types(), knownTypes);
        rules.reason(form.reason());
        rules.email(form.contact().email());
        rules.date(form.recommender().on());
        rules.url("url", form.url());
        rules.url("unit.url", form.unit().url());
        return List.copyOf(rules.faults);
    }

    private void texts(CaseForm form) {
        text("target", form.targetId());
        text("recommender", form.recommender().name());
        text("unit.name", form.unit().name());
        text("contact.name", form.contact().name());
        text("contact.phone", form.contact().phone());
        text("contact.email", form.contact().email());
        text("title", form.title());
        notTooLong("contact.address", form.contact().address(), LONGEST_TEXT);
    }

    private void types(List<String> types, List<String> known) {
        if (types.isEmpty()) {
            fault("types", "missing-value", "Name the type of the case: one of " + String.join(", ", known) + ".");
        }
        for (String type : types) {
            if (!known.contains(type)) {
                fault("types", "unknown-type", "'" + type + "' is none of " + String.join(", ", known) + ".");
            }
        }
    }

    private void reason(String reason) {
        if (reason.isBlank()) {
            fault("reason", "missing-value", "'reason' is empty.");
        }
        notTooLong("reason", reason, LONGEST_REASON);
    }

    private void email(String email) {
        if (!email.isBlank() && !email.matches("[^@\\s]+@[^@\\s]+")) {
            fault("contact.email", "bad-email", "'" + email + "' is no mail address.");
        }
    }

    private void date(@Nullable String date) {
        if (date == null) {
            return;
        }
        try {
            LocalDate.parse(date);
        } catch (DateTimeParseException e) {
            fault("recommendedOn", "not-a-date", "'" + date + "' is no date like 2021-09-01.");
        }
    }

    private void url(String path, @Nullable String url) {
        if (url != null && !isWebAddress(url)) {
            fault(path, "bad-url", "'" + url + "' is no http or https address.");
        }
    }

    private void text(String path, String value) {
        if (value.isBlank()) {
            fault(path, "missing-value", "'" + path + "' is empty.");
        }
        notTooLong(path, value, LONGEST_TEXT);
    }

    /** Counts characters as people do: one for each code point, Chinese or not. */
    private void notTooLong(String path, @Nullable String value, int longest) {
        int length = value == null ? 0 : value.codePointCount(0, value.length());
        if (length > longest) {
            fault(
                    path,
                    "too-long",
                    "'" + path + "' has " + length + " characters; at most " + longest + " are allowed.");
        }
    }

    private void fault(String path, String code, String reason) {
        faults.add(new Fault(path, code, reason));
    }

    private static boolean isWebAddress(String url) {
        try {
            URI uri = new URI(url);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getRawAuthority() != null && url.length() <= LONGEST_URL;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
