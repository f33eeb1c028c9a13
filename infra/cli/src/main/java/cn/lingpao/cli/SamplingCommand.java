package cn.lingpao.cli;

import cn.lingpao.collectorclient.Platform;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code lingpao sampling}: how the results of programs did when people looked again. */
@Command(
        name = "sampling",
        description =
                "What people overturned of the sampled results of programs 程序抽检, and which checks fell back to people.")
final class SamplingCommand implements Callable<Integer> {

    private static final String LINE = "%-32s %-20s %-9s %6s %8s %8s %9s %11s %10s %6s  %s%n";

    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "CAMPAIGN")
    String campaign;

    @ArgGroup(exclusive = false)
    @Nullable
    Lifting lifting;

    @Mixin
    Connection connection;

    /** Has a check count by itself again. */
    static final class Lifting {

        @Option(
                names = "--lift",
                paramLabel = "COLLECTOR/CHECKPOINT",
                required = true,
                description = "let a check that fell back count by itself again; for administrators")
        String check = "";

        @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "why it is lifted")
        String reason = "";
    }

    SamplingCommand() {
        campaign = "";
        connection = new Connection();
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (lifting == null) {
            list(out);
        } else {
            lift(lifting, out);
        }
        return 0;
    }

    private void list(PrintWriter out) {
        JsonNode checks = connection
                .api()
                .get(Platform.path("campaigns", campaign, "sampling"))
                .path("items");
        out.printf(
                LINE,
                "check point",
                "collector",
                "state",
                "share",
                "sampled",
                "waiting",
                "reviewed",
                "overturned",
                "set aside",
                "limit",
                "error (95 %)");
        int fallen = 0;
        for (JsonNode check : checks) {
            out.printf(LINE, figures(check));
            tellFallback(check.path("fallback"), out);
            fallen += check.path("state").asString("").equals("fallback") ? 1 : 0;
        }
        out.printf("checks: %d, fallen back to people: %d%n", checks.size(), fallen);
    }

    private static Object[] figures(JsonNode check) {
        return new Object[] {
            check.path("checkPoint").asString(""),
            check.path("collector").asString(""),
            check.path("state").asString(""),
            percent(check.path("share")),
            check.path("sampled").asString("0"),
            check.path("waiting").asString("0"),
            check.path("reviewed").asString("0"),
            check.path("overturned").asString("0"),
            check.path("setAside").asString("0"),
            percent(check.path("errorLimit")),
            percent(check.path("errorRate")) + bounds(check.path("interval"))
        };
    }

    private static String bounds(JsonNode interval) {
        return interval.isMissingNode()
                ? ""
                : " (" + percent(interval.path("low")) + "–" + percent(interval.path("high")) + ")";
    }

    private static void tellFallback(JsonNode fallback, PrintWriter out) {
        if (!fallback.isMissingNode()) {
            String by = fallback.path("by").asString("");
            out.printf(
                    "  %s %s%s: %s%n",
                    fallback.path("active").asBoolean(false) ? "fell back" : "lifted",
                    fallback.path("changedAt").asString(""),
                    by.isEmpty() ? "" : " by " + by,
                    fallback.path("reason").asString(""));
        }
    }

    private void lift(Lifting wanted, PrintWriter out) {
        int slash = wanted.check.indexOf('/');
        if (slash < 1 || slash == wanted.check.length() - 1) {
            throw new ParameterException(
                    spec.commandLine(), "--lift takes COLLECTOR/CHECKPOINT, not '" + wanted.check + "'");
        }
        String collector = wanted.check.substring(0, slash);
        String checkPoint = wanted.check.substring(slash + 1);
        connection
                .api()
                .delete(Platform.path("campaigns", campaign, "fallbacks", collector, checkPoint) + "?reason="
                        + URLEncoder.encode(wanted.reason, StandardCharsets.UTF_8));
        out.printf("lifted: %s counts by itself again at %s%n", collector, checkPoint);
    }

    private static String percent(JsonNode share) {
        return share.isNumber() ? plain(share.decimalValue().movePointRight(2)) + "%" : "-";
    }

    private static String plain(BigDecimal figure) {
        return figure.stripTrailingZeros().toPlainString();
    }
}
