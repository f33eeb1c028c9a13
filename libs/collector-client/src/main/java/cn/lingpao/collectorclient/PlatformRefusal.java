package cn.lingpao.collectorclient;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The platform refused a call: its status, its reason and each single fault (RFC 9457). */
public final class PlatformRefusal extends PlatformFailure {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient JsonNode problem;

    PlatformRefusal(int status, JsonNode problem) {
        super("(" + status + "): " + detail(status, problem));
        this.status = status;
        this.problem = problem;
    }

    public int status() {
        return status;
    }

    /** The platform's own word for it, for example {@code unknown-campaign}; empty where it gave none. */
    public String code() {
        return problem.path("code").asString("");
    }

    public boolean hasCode(String code) {
        return code().equals(code);
    }

    /** The refusal of a file: one line a fault, {@code file:line:column: reason [code]}. */
    public PlatformFailure of(Object file) {
        return of(file.toString(), 0);
    }

    /** @param before how many lines of the file stand before what was refused */
    public PlatformFailure of(Object file, int before) {
        return of(file.toString(), before);
    }

    /** The refusal of what no file says. */
    public PlatformFailure ofCommand() {
        return of("", 0);
    }

    private PlatformFailure of(String file, int before) {
        List<String> lines = new ArrayList<>();
        for (JsonNode fault : problem.path("errors")) {
            lines.add(place(file, before, fault)
                    + fault.path("reason").asString("") + " ["
                    + fault.path("code").asString("") + "]");
        }
        lines.add("refused " + getMessage());
        return new PlatformFailure(String.join("\n", lines));
    }

    private static String place(String file, int before, JsonNode fault) {
        List<String> parts = new ArrayList<>();
        if (!file.isEmpty()) {
            parts.add(file);
        }
        if (fault.path("line").isNumber()) {
            parts.add(String.valueOf(before + fault.path("line").asInt()));
            if (fault.path("column").isNumber()) {
                parts.add(fault.path("column").asString());
            }
        } else if (fault.path("field").isString()) {
            parts.add(" " + fault.path("field").asString());
        }
        return parts.isEmpty() ? "" : String.join(":", parts).strip() + ": ";
    }

    private static String detail(int status, JsonNode problem) {
        String words = problem.path("detail").asString(problem.path("title").asString(""));
        if (!words.isBlank()) {
            return words;
        }
        return switch (status) {
            case 401 -> "no valid token";
            case 403 -> "the client's role does not allow this";
            case 413 -> "the file is too large for one request";
            default -> "no reason given";
        };
    }
}
