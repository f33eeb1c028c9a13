package cn.lingpao.cli.sample;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A second computation of a doubly reviewed campaign from its files: plain loops in decimal arithmetic, none of the
 * engine's code. It knows what {@code cstc-2021} uses and nothing more.
 */
public final class PlainScores {

    private static final MathContext EXACT = MathContext.DECIMAL128;

    private final Map<?, ?> framework;
    private final PlainInput input;
    private final Map<String, Map<String, @Nullable BigDecimal>> nodes = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> states = new LinkedHashMap<>();
    private final Map<String, BigDecimal> bonuses = new LinkedHashMap<>();

    private PlainScores(Map<?, ?> framework, PlainInput input) {
        this.framework = framework;
        this.input = input;
    }

    /** Computes everything from the files that {@link DemoCampaign#write} wrote. */
    public static PlainScores of(Path dir) throws IOException {
        Map<?, ?> framework = yaml(dir.resolve("framework.yml"));
        PlainScores scores =
                new PlainScores(framework, PlainInput.read(dir, yaml(dir.resolve("campaign.yml")), framework));
        scores.compute();
        return scores;
    }

    /** Every node's score by target and node id, to 9 decimals; null where nothing could be scored. */
    public Map<String, Map<String, @Nullable BigDecimal>> nodes() {
        return nodes;
    }

    /** SCORED, UNDETERMINED, MISSING or NOT_APPLICABLE by target and node id: why a node has its score, or none. */
    public Map<String, Map<String, String>> states() {
        return states;
    }

    /** The bonus of every target after the cap. */
    public Map<String, BigDecimal> bonuses() {
        return bonuses;
    }

    /** The root's score with the bonus; null when there is none. */
    public @Nullable BigDecimal total(String target) {
        BigDecimal root = nodes.get(target).get(text(framework, "id"));
        return root == null ? null : canonical(root.add(bonuses.get(target)));
    }

    /** The id of the level of a target. */
    public @Nullable String level(String target) {
        BigDecimal total = total(target);
        String reached = null;
        BigDecimal highest = null;
        for (Map<?, ?> level : maps(framework, "levels")) {
            BigDecimal from = number(level, "from");
            if (total != null && total.compareTo(from) >= 0 && (highest == null || from.compareTo(highest) > 0)) {
                highest = from;
                reached = text(level, "id");
            }
        }
        return reached;
    }

    /** The dense ranks of a list by target. */
    public Map<String, Integer> ranks(String list) {
        Map<String, BigDecimal> rounded = new LinkedHashMap<>();
        for (String target : input.members(list)) {
            BigDecimal total = total(target);
            if (total != null) {
                rounded.put(target, total.setScale(2, RoundingMode.HALF_UP));
            }
        }
        List<BigDecimal> distinct = new ArrayList<>(new TreeSet<>(rounded.values())).reversed();
        Map<String, Integer> ranks = new LinkedHashMap<>();
        rounded.forEach((target, total) -> ranks.put(target, distinct.indexOf(total) + 1));
        return ranks;
    }

    /** The ids of the campaign's lists. */
    public List<String> lists() {
        return input.lists();
    }

    /** How many cells have a verdict. */
    public int verdicts() {
        return input.verdicts();
    }

    private void compute() {
        refuseUnlessKnown();
        BigDecimal cap = number(map(framework, "bonus"), "cap");
        for (String target : input.targets()) {
            Map<String, @Nullable BigDecimal> sheet = new LinkedHashMap<>();
            score(framework, target, sheet);
            nodes.put(target, sheet);
            Map<String, String> why = new LinkedHashMap<>();
            state(framework, target, why);
            states.put(target, why);
            bonuses.put(target, input.awarded(target).min(cap));
        }
    }

    private @Nullable BigDecimal score(Map<?, ?> node, String target, Map<String, @Nullable BigDecimal> sheet) {
        BigDecimal exact = node.containsKey("checkPoints") ? leaf(node, target) : mean(node, target, sheet);
        sheet.put(text(node, "id"), exact == null ? null : canonical(exact));
        return exact;
    }

    /** Something below scored: SCORED. Otherwise the gravest that is below. */
    private String state(Map<?, ?> node, String target, Map<String, String> why) {
        List<String> below = new ArrayList<>();
        if (node.containsKey("checkPoints")) {
            maps(node, "checkPoints").forEach(point -> below.add(state(input.verdict(target, text(point, "id")))));
        } else {
            maps(node, "nodes").forEach(child -> below.add(state(child, target, why)));
        }
        String state = List.of("SCORED", "UNDETERMINED", "MISSING", "NOT_APPLICABLE").stream()
                .filter(below::contains)
                .findFirst()
                .orElseThrow();
        why.put(text(node, "id"), state);
        return state;
    }

    private static String state(@Nullable Object verdict) {
        if (verdict == null) {
            return "MISSING";
        }
        return verdict.equals("UNDETERMINED") || verdict.equals("NOT_APPLICABLE") ? (String) verdict : "SCORED";
    }

    private @Nullable BigDecimal mean(Map<?, ?> node, String target, Map<String, @Nullable BigDecimal> sheet) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal weights = BigDecimal.ZERO;
        for (Map<?, ?> child : maps(node, "nodes")) {
            BigDecimal score = score(child, target, sheet);
            if (score != null) {
                sum = sum.add(score.multiply(number(child, "weight"), EXACT), EXACT);
                weights = weights.add(number(child, "weight"));
            }
        }
        return weights.signum() == 0 ? null : sum.divide(weights, EXACT);
    }

    private @Nullable BigDecimal leaf(Map<?, ?> node, String target) {
        BigDecimal earned = BigDecimal.ZERO;
        BigDecimal available = BigDecimal.ZERO;
        BigDecimal all = BigDecimal.ZERO;
        for (Map<?, ?> point : maps(node, "checkPoints")) {
            BigDecimal points = number(point, "points");
            BigDecimal share = share(point, target);
            all = all.add(points);
            if (share != null) {
                available = available.add(points);
                earned = earned.add(points.multiply(share, EXACT), EXACT);
            }
        }
        return available.signum() == 0 ? null : earned.multiply(all, EXACT).divide(available, EXACT);
    }

    private @Nullable BigDecimal share(Map<?, ?> point, String target) {
        Object verdict = input.verdict(target, text(point, "id"));
        if (verdict == null || verdict.equals("UNDETERMINED") || verdict.equals("NOT_APPLICABLE")) {
            return null;
        }
        return switch (text(point, "rule")) {
            case "checklist" -> verdict.equals("MET") ? BigDecimal.ONE : BigDecimal.ZERO;
            case "graded" -> number(map(point, "grades"), (String) verdict);
            case "ratio" ->
                ((BigDecimal) verdict).divide(number(point, "of"), EXACT).min(BigDecimal.ONE);
            case "tiers" -> tier(point, (BigDecimal) verdict);
            case "benchmark" -> benchmark(point, target, (BigDecimal) verdict);
            default -> throw new IllegalStateException("unknown rule in " + point);
        };
    }

    private static BigDecimal tier(Map<?, ?> point, BigDecimal value) {
        BigDecimal share = BigDecimal.ZERO;
        for (Map<?, ?> tier : maps(point, "tiers")) {
            if (value.compareTo(number(tier, "from")) >= 0) {
                share = share.max(number(tier, "share"));
            }
        }
        return share;
    }

    private BigDecimal benchmark(Map<?, ?> point, String target, BigDecimal value) {
        BigDecimal best = BigDecimal.ZERO;
        for (String other : input.groupOf(target)) {
            if (input.verdict(other, text(point, "id")) instanceof BigDecimal number) {
                best = best.max(number);
            }
        }
        return best.signum() == 0 ? BigDecimal.ZERO : value.divide(best, EXACT);
    }

    private void refuseUnlessKnown() {
        boolean known = text(framework, "missing").equals("exclude")
                && text(framework, "undetermined").equals("exclude")
                && text(framework, "aggregation").equals("mean")
                && text(map(framework, "ranking"), "method").equals("dense")
                && map(framework, "ranking").get("basis").equals(Map.of("digits", 2, "mode", "half-up"))
                && !framework.containsKey("round")
                && !framework.containsKey("excluded");
        if (!known) {
            throw new IllegalStateException("this framework asks for more than the plain computation knows");
        }
    }

    private static BigDecimal canonical(BigDecimal value) {
        BigDecimal rounded = value.setScale(9, RoundingMode.HALF_UP);
        BigDecimal stripped = rounded.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static Map<?, ?> yaml(Path file) throws IOException {
        return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
    }

    static Map<?, ?> map(Map<?, ?> node, String key) {
        return (Map<?, ?>) node.get(key);
    }

    static List<Map<?, ?>> maps(Map<?, ?> node, String key) {
        List<Map<?, ?>> maps = new ArrayList<>();
        ((List<?>) node.get(key)).forEach(item -> maps.add((Map<?, ?>) item));
        return maps;
    }

    static String text(Map<?, ?> node, String key) {
        return String.valueOf(node.get(key));
    }

    static BigDecimal number(Map<?, ?> node, String key) {
        return new BigDecimal(text(node, key));
    }
}
