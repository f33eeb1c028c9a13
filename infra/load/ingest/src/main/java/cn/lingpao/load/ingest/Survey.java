package cn.lingpao.load.ingest;

import cn.lingpao.contracts.DomainEvent;
import cn.lingpao.testsupport.SmallAssessment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/**
 * An invented assessment and what a collector observes of it: row by row the same whenever it is asked. It visits target
 * after target and delivers all check points of one, then begins again.
 *
 * @param points check points of the framework, at most a thousand
 * @param shared how many check points of a target rest on the same captured page
 */
record Survey(int targets, int points, int shared) {

    private static final Instant START = Instant.parse("2021-10-01T01:00:00Z");
    private static final int FULL_TENTHS = 1_000;
    private static final int SECONDS_A_ROUND = 3_600;

    /** What the registry says of these campaigns. */
    List<DomainEvent> reference(List<String> campaigns) {
        List<DomainEvent> facts = new ArrayList<>();
        facts.add(SmallAssessment.framework(
                IntStream.range(0, points).mapToObj(this::checkPoint).toArray(String[]::new)));
        for (String campaign : campaigns) {
            facts.add(SmallAssessment.campaign(campaign));
            for (String target : ids()) {
                facts.add(SmallAssessment.target(campaign, target));
            }
        }
        return facts;
    }

    private String checkPoint(int point) {
        String rule = point % 2 == 0 ? "checklist" : "ratio, of: 100";
        return "{id: %s, text: {zh: 点, en: Point}, origin: platform, rule: %s, points: %s}"
                .formatted(point(point), rule, points(point));
    }

    /** A tenth each, the first one what is left of a hundred. */
    private BigDecimal points(int point) {
        return BigDecimal.valueOf(point == 0 ? FULL_TENTHS - (points - 1) : 1, 1);
    }

    Observed row(int number) {
        int point = number % points;
        int target = number / points % targets;
        int round = number / points / targets;
        return new Observed(
                id(target),
                point(point),
                value(point, number),
                START.plusSeconds((long) round * SECONDS_A_ROUND + point),
                "https://www.%s.example.gov.cn/page/%d".formatted(id(target), point / shared),
                "%056x%08x".formatted((long) (round * targets + target) * 0x9E3779B97F4A7C15L, point / shared));
    }

    private static String value(int point, int number) {
        if (number % 17 == 0) {
            return "UNDETERMINED";
        }
        if (point % 2 == 1) {
            return number % 100 + "." + (number % 9 + 1);
        }
        return number % 3 == 0 ? "NOT_MET" : "MET";
    }

    /** Rows from one number to before another, one JSON object a line, as gzip. */
    byte[] batch(int from, int to) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes, 1 << 16)) {
            for (int number = from; number < to; number++) {
                gzip.write(row(number).json().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Of all targets. */
    List<String> ids() {
        return IntStream.range(0, targets).mapToObj(Survey::id).toList();
    }

    private static String id(int target) {
        return "target-%05d".formatted(target);
    }

    private static String point(int point) {
        return "service.point-" + point;
    }
}
