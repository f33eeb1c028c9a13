package cn.lingpao.sitecollector.adapter.intake;

import cn.lingpao.collectorclient.ArchiveReceipt;
import cn.lingpao.collectorclient.CollectorClient;
import cn.lingpao.collectorclient.Observation;
import cn.lingpao.collectorclient.PlatformFailure;
import cn.lingpao.collectorclient.PlatformRefusal;
import cn.lingpao.collectorclient.Receipt;
import cn.lingpao.contracts.Evidence;
import cn.lingpao.sitecollector.application.Intake;
import cn.lingpao.sitecollector.domain.Cell;
import cn.lingpao.sitecollector.domain.Delivery;
import cn.lingpao.sitecollector.domain.Errand;
import cn.lingpao.sitecollector.domain.Found;
import java.io.IOException;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The intake over HTTP, by the client that every collector may use. */
public final class HttpIntake implements Intake {

    private static final int SHOWN = 20;
    private static final int MOST_EVIDENCE = 100;

    private final CollectorClient client;

    public HttpIntake(CollectorClient client) {
        this.client = client;
    }

    @Override
    public Set<Cell> due(String campaignId) {
        try {
            return client.due(campaignId).stream()
                    .filter(cell -> cell.channel() != null)
                    .map(cell -> new Cell(cell.target(), cell.checkPoint(), Objects.requireNonNull(cell.channel())))
                    .collect(Collectors.toSet());
        } catch (PlatformFailure failure) {
            throw told(failure);
        }
    }

    @Override
    public Delivery deliver(String campaignId, Path archive, List<Found> found, List<Errand> errands)
            throws IOException {
        try {
            ArchiveReceipt evidence = client.bringArchive(campaignId, archive);
            Receipt receipt = client.deliver(campaignId, observations(found, errands));
            return new Delivery(
                    evidence.stored(),
                    receipt.accepted(),
                    receipt.repeated(),
                    receipt.rejected(),
                    Stream.concat(
                                    evidence.rejected().stream().map(HttpIntake::sentence),
                                    receipt.rows().stream()
                                            .filter(row -> row.outcome() == Receipt.Outcome.REJECTED)
                                            .map(HttpIntake::sentence))
                            .limit(SHOWN)
                            .toList());
        } catch (PlatformFailure failure) {
            throw told(failure);
        }
    }

    private static List<Observation> observations(List<Found> found, List<Errand> errands) {
        Map<String, Map<String, List<String>>> points = new HashMap<>();
        errands.forEach(errand ->
                points.put(errand.target().targetId() + "/" + errand.channel().id(), errand.points()));
        List<Observation> observations = new ArrayList<>();
        for (Found each : found) {
            points.getOrDefault(each.target() + "/" + each.channel(), Map.of())
                    .getOrDefault(each.check(), List.of())
                    .forEach(point -> observations.add(new Observation(
                            each.target(),
                            point,
                            each.channel(),
                            each.value(),
                            each.at().truncatedTo(ChronoUnit.MILLIS),
                            evidence(each))));
        }
        return observations;
    }

    /** The reading stands with the first piece; where nothing was captured, it stands alone. */
    private static List<Evidence> evidence(Found found) {
        String note = found.check() + ": " + found.reading();
        if (found.evidence().isEmpty()) {
            return List.of(new Evidence(found.url(), null, null, null, note));
        }
        List<Evidence> evidence = new ArrayList<>();
        for (String sha256 : found.evidence().stream().limit(MOST_EVIDENCE).toList()) {
            evidence.add(new Evidence(found.url(), null, null, sha256, evidence.isEmpty() ? note : null));
        }
        return evidence;
    }

    private static RuntimeException told(PlatformFailure failure) {
        return failure instanceof PlatformRefusal refusal
                ? new Refused("the intake refuses " + refusal.getMessage())
                : new Away(String.valueOf(failure.getMessage()));
    }

    private static String sentence(ArchiveReceipt.Refused record) {
        return "evidence %s: %s [%s]".formatted(record.url(), record.reason(), record.code());
    }

    private static String sentence(Receipt.Row row) {
        return "%s %s %s: %s [%s]"
                .formatted(
                        row.observation().target(),
                        row.observation().channel(),
                        row.observation().checkPoint(),
                        row.reason(),
                        row.code());
    }
}
