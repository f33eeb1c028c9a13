package cn.lingpao.portal;

import cn.lingpao.methodology.framework.CheckPoint;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.portal.fieldwork.Campaign;
import cn.lingpao.portal.fieldwork.Capture;
import cn.lingpao.portal.fieldwork.Fieldwork;
import cn.lingpao.portal.fieldwork.Intake;
import cn.lingpao.portal.fieldwork.Matrix;
import cn.lingpao.portal.fieldwork.Observation;
import cn.lingpao.portal.fieldwork.Piece;
import cn.lingpao.portal.fieldwork.Point;
import cn.lingpao.portal.fieldwork.Progress;
import cn.lingpao.portal.fieldwork.Refused;
import cn.lingpao.portal.fieldwork.Sampled;
import cn.lingpao.portal.fieldwork.Seen;
import cn.lingpao.portal.fieldwork.Slice;
import cn.lingpao.portal.fieldwork.Task;
import cn.lingpao.portal.fieldwork.Verification;
import cn.lingpao.portal.results.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.core.io.Resource;
import org.springframework.security.core.context.SecurityContextHolder;

/** An invented running campaign of 64 targets over the framework of 2021, made from a fixed seed; tasks can be claimed. */
public final class CannedFieldwork implements Fieldwork, Intake {

    public static final String HASH = CannedEvidence.HASH;

    static final Instant AT = Instant.parse("2026-11-20T02:30:00Z");
    private static final List<String> CAUSES = List.of("firewall", "captcha", "timeout", "needs-browser", "robots");

    private final Framework framework;
    private final List<Matrix.Heading> targets = IntStream.rangeClosed(1, 64)
            .mapToObj(
                    i -> new Matrix.Heading("t%02d".formatted(i), new Words("虚构" + i + "市", "Invented City No. " + i)))
            .toList();
    private final Map<String, String> holders = new ConcurrentHashMap<>();
    private final Map<String, List<Task.Act>> acts = new ConcurrentHashMap<>();

    /** What was delivered, and the circumstances of each file. */
    public final List<Seen> delivered = new CopyOnWriteArrayList<>();

    public final List<Map<String, String>> brought = new CopyOnWriteArrayList<>();

    /** While false, the stored bytes are not what they were. */
    public volatile boolean intact = true;

    public CannedFieldwork() {
        try {
            framework = Framework.parse(Files.readString(Path.of("../../infra/samples/cstc-2021/framework.yml")));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Lets somebody hold a task. */
    public void hold(String target, String checkPoint, String holder) {
        holders.put(target + "/" + checkPoint, holder);
    }

    public void reset() {
        holders.clear();
        acts.clear();
        delivered.clear();
        brought.clear();
        intact = true;
    }

    @Override
    public List<Campaign> campaigns() {
        return List.of(campaign("live"));
    }

    @Override
    public Campaign campaign(String id) {
        if (!id.equals("live")) {
            throw new Refused(404, "unknown-campaign", id);
        }
        return new Campaign(
                "live",
                new Words("虚构：正在采集的评估", "Invented: an assessment being collected"),
                "cstc-2021@1",
                true,
                List.of(new Campaign.Phase(
                        "collection",
                        new Words("数据采集", "Data collection"),
                        LocalDate.parse("2026-11-01"),
                        LocalDate.parse("2026-11-30"))));
    }

    @Override
    public List<Matrix.Heading> targets(String campaign) {
        return targets;
    }

    @Override
    public Framework framework(String ref) {
        return framework;
    }

    @Override
    public Matrix matrix(String campaign) {
        List<Matrix.Heading> columns = framework.leaves().stream()
                .map(leaf -> new Matrix.Heading(
                        leaf.id(), new Words(leaf.name().zh(), leaf.name().en())))
                .toList();
        return new Matrix(
                columns,
                targets.stream()
                        .map(target -> new Matrix.Row(
                                target,
                                columns.stream()
                                        .map(leaf -> Tally.of(points(target.id(), leaf.id())))
                                        .toList()))
                        .toList());
    }

    @Override
    public Progress progress(String campaign, String by) {
        Map<String, List<Point>> rows = new TreeMap<>();
        for (Matrix.Heading target : targets) {
            for (Point point : points(target.id(), "")) {
                String key =
                        switch (by) {
                            case "target" -> point.target();
                            case "indicator" -> point.indicator();
                            case "collector" ->
                                Objects.requireNonNullElse(point.dueBy().collector(), "people");
                            default ->
                                point.observedAt() == null
                                        ? "2026-11-30"
                                        : point.observedAt().toString().substring(0, 10);
                        };
                rows.computeIfAbsent(key, none -> new ArrayList<>()).add(point);
            }
        }
        return new Progress(
                by,
                rows.entrySet().stream()
                        .map(row -> new Progress.Row(row.getKey(), Tally.count(row.getValue())))
                        .toList());
    }

    @Override
    public List<Sampled> sampling(String campaign) {
        List<String> ids =
                framework.checkPoints().stream().map(CheckPoint::id).limit(2).toList();
        return List.of(
                new Sampled(
                        "site-collector",
                        ids.getFirst(),
                        "trusted",
                        40,
                        4,
                        35,
                        1,
                        1,
                        new BigDecimal("0.0286"),
                        new Sampled.Interval(new BigDecimal("0.0051"), new BigDecimal("0.1453")),
                        new BigDecimal("0.05"),
                        null),
                new Sampled(
                        "site-collector",
                        ids.getLast(),
                        "fallback",
                        40,
                        0,
                        40,
                        9,
                        0,
                        new BigDecimal("0.2250"),
                        new Sampled.Interval(new BigDecimal("0.1232"), new BigDecimal("0.3754")),
                        new BigDecimal("0.05"),
                        new Sampled.Fallback(
                                true, 40, 9, new BigDecimal("0.05"), "9 of 40 were overturned", null, AT)));
    }

    @Override
    public Slice<Point> points(String campaign, Map<String, String> query) {
        return slice(
                targets.stream()
                        .map(Matrix.Heading::id)
                        .filter(target -> fits(query, "target", target))
                        .flatMap(target -> points(target, query.getOrDefault("node", "")).stream())
                        .filter(point -> fits(query, "state", point.state()))
                        .toList(),
                query);
    }

    private List<Point> points(String target, String node) {
        return framework.checkPoints().stream()
                .filter(point -> node.isEmpty()
                        || point.id().equals(node)
                        || point.nodeId().equals(node))
                .map(point -> point(target, point))
                .toList();
    }

    private Point point(String target, CheckPoint point) {
        Random dice = new Random((target + point.id()).hashCode() * 31L);
        dice.nextInt();
        boolean program = (point.nodeId().hashCode() & 1) == 0;
        int luck = dice.nextInt(100);
        String state = luck < 80 ? "collected" : luck < 86 ? "undetermined" : "not-collected";
        String cause = state.equals("undetermined") ? CAUSES.get(dice.nextInt(CAUSES.size())) : null;
        boolean task = cause != null || (state.equals("not-collected") && !program);
        String key = target + "/" + point.id();
        boolean observed = !state.equals("not-collected");
        return new Point(
                target,
                point.id(),
                new Words(point.text().zh(), point.text().en()),
                point.nodeId(),
                program ? "portal" : null,
                new Point.By(program ? "SYSTEM" : "PERSON", program ? "site-collector" : null),
                program && luck == 99,
                program && luck == 99 ? new Point.FellBack("site-collector", "9 of 40 were overturned", AT) : null,
                LocalDate.parse("2026-11-30"),
                state,
                cause,
                cause == null ? null : new Words("由人用浏览器核对", "a person looks with a browser"),
                observed ? "observation " + key : null,
                observed ? (program ? "site-collector" : "inspector-2") : null,
                observed ? AT.minusSeconds(86400L * dice.nextInt(15)) : null,
                task,
                task && dice.nextInt(6) == 0,
                task ? holders.get(key) : null);
    }

    @Override
    public Slice<Task> tasks(String campaign, Map<String, String> query) {
        return slice(
                targets.stream()
                        .map(Matrix.Heading::id)
                        .filter(target -> fits(query, "target", target))
                        .flatMap(target -> points(target, query.getOrDefault("node", "")).stream())
                        .filter(Point::task)
                        .map(this::task)
                        .filter(task -> fits(query, "state", task.state()))
                        .filter(task -> fits(query, "holder", task.holder()))
                        .filter(task -> fits(query, "escalated", "" + task.escalated()))
                        .sorted((one, other) -> Boolean.compare(other.escalated(), one.escalated()))
                        .toList(),
                query);
    }

    private Task task(Point point) {
        return new Task(
                point.target(),
                point.checkPoint(),
                point.text(),
                point.indicator(),
                point.holder() == null ? "open" : "claimed",
                point.holder(),
                point.holder() == null ? null : AT,
                point.until(),
                point.escalated(),
                List.of(point),
                acts.getOrDefault(point.target() + "/" + point.checkPoint(), List.of()));
    }

    private static boolean fits(Map<String, String> query, String name, String value) {
        String wanted = query.getOrDefault(name, "");
        return wanted.isEmpty() || wanted.equals(value);
    }

    private static <T> Slice<T> slice(List<T> all, Map<String, String> query) {
        int page = Integer.parseInt(query.getOrDefault("page", "0"));
        int size = Integer.parseInt(query.getOrDefault("size", "100"));
        return new Slice<>(all.stream().skip((long) page * size).limit(size).toList(), page, size, all.size());
    }

    @Override
    public Task claim(String campaign, String target, String checkPoint) {
        String key = target + "/" + checkPoint;
        String before = holders.putIfAbsent(key, caller());
        if (before != null && !before.equals(caller())) {
            throw new Refused(409, "held", before + " holds " + key);
        }
        acts.computeIfAbsent(key, none -> new ArrayList<>()).add(new Task.Act("claimed", caller(), AT, null));
        return task(points(target, checkPoint).getFirst());
    }

    @Override
    public Task giveBack(String campaign, String target, String checkPoint, String reason) {
        String key = target + "/" + checkPoint;
        if (holders.remove(key) == null) {
            throw new Refused(409, "not-held", "nobody holds " + key);
        }
        acts.computeIfAbsent(key, none -> new ArrayList<>()).add(new Task.Act("returned", caller(), AT, reason));
        return task(points(target, checkPoint).getFirst());
    }

    @Override
    public List<String> causes() {
        return CAUSES;
    }

    @Override
    public String bring(String campaign, Map<String, String> query, String type, Resource bytes) {
        brought.add(query);
        return HASH;
    }

    @Override
    public Outcome deliver(String campaign, Seen seen) {
        if (seen.observedAt().isAfter(Instant.now())) {
            return new Outcome("rejected", "observedAt", "in-future", seen.observedAt() + " lies in the future");
        }
        delivered.add(seen);
        return new Outcome("accepted", null, null, null);
    }

    private static String caller() {
        return Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication())
                .getName();
    }

    @Override
    public Slice<Observation> observations(String campaign, Map<String, String> query) {
        String key = query.get("target") + "/" + query.get("checkPoint");
        return slice(
                List.of(CannedEvidence.observation(query.getOrDefault("checkPoint", ""), "observation " + key)), query);
    }

    @Override
    public Slice<Capture> captures(String campaign, Map<String, String> query) {
        return slice(
                CannedEvidence.HISTORY.stream()
                        .filter(capture -> fits(query, "sha256", capture.sha256()))
                        .toList(),
                query);
    }

    @Override
    public Piece piece(String campaign, String sha256) {
        if (!sha256.equals(HASH)) {
            throw new Refused(404, "unknown-evidence", sha256);
        }
        return CannedEvidence.piece(framework.checkPoints().iterator().next().id());
    }

    @Override
    public Verification verification(String campaign, String sha256) {
        return new Verification(sha256, intact ? sha256 : "0".repeat(64), 12345, 12345, intact, AT);
    }

    @Override
    public List<Capture> history(String campaign, String url) {
        return CannedEvidence.HISTORY;
    }

    @Override
    public <T> T bytes(String campaign, String path, Map<String, String> query, Function<Download, T> reader) {
        return reader.apply(CannedEvidence.download());
    }
}
