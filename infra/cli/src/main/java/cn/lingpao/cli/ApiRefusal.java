package cn.lingpao.cli;

import tools.jackson.databind.JsonNode;

/** The platform refused a call; the message holds its reason and each single fault. */
final class ApiRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient JsonNode problem;

    ApiRefusal(int status, JsonNode problem) {
        super(problem.path("detail").asString(problem.toString()));
        this.status = status;
        this.problem = problem;
    }

    int status() {
        return status;
    }

    /** The refusal of a file: one line a fault, {@code file:line:column: reason [code]}. */
    CommandFailure of(Object file) {
        StringBuilder lines = new StringBuilder();
        for (JsonNode fault : problem.path("errors")) {
            lines.append(file);
            append(lines, fault.path("line"));
            append(lines, fault.path("column"));
            lines.append(": ").append(fault.path("reason").asString(""));
            lines.append(" [").append(fault.path("code").asString("")).append("]\n");
        }
        return new CommandFailure(lines + "refused (" + status + "): " + getMessage());
    }

    private static void append(StringBuilder line, JsonNode number) {
        if (number.isNumber()) {
            line.append(':').append(number.asInt());
        }
    }
}
