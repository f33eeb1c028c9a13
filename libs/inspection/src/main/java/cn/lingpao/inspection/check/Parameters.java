package cn.lingpao.inspection.check;

import java.util.Map;

/** The numbers of the checks: what a caller set, else the default of the check. Keys are {@code check.parameter}. */
public record Parameters(Map<String, String> values) {

    public Parameters {
        values = Map.copyOf(values);
    }

    /** The value of a parameter of this check; its default where nobody set it. */
    public String of(Check check, String parameter) {
        String fallback = check.parameters().get(parameter);
        if (fallback == null) {
            throw new IllegalArgumentException(check.id() + " has no parameter " + parameter);
        }
        return values.getOrDefault(check.id() + "." + parameter, fallback);
    }

    public int number(Check check, String parameter) {
        return Integer.parseInt(of(check, parameter));
    }

    public double decimal(Check check, String parameter) {
        return Double.parseDouble(of(check, parameter));
    }

    /** How many pages the search for columns may visit: {@code site.pages}, shared by all checks. */
    public int pages() {
        return Integer.parseInt(values.getOrDefault("site.pages", "30"));
    }
}
