package cn.lingpao.scoring.adapter.streams;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.contracts.CampaignDefined;
import cn.lingpao.contracts.DomainEvent;
import cn.lingpao.contracts.FrameworkPublished;
import cn.lingpao.contracts.ListRanked;
import cn.lingpao.contracts.ObservedValue;
import cn.lingpao.contracts.TargetRegistered;
import cn.lingpao.contracts.Text;
import cn.lingpao.contracts.VerdictReached;
import cn.lingpao.eventing.EventJson;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A published index, from its raw answers, through the topology. */
class Godi2015Test {

    private static final Path SAMPLE = Path.of("../../infra/samples/godi-2015");
    private static final Text NAME = new Text("全球开放数据指数", "Global Open Data Index");

    @Test
    void every_published_score_and_rank_is_reproduced_whatever_the_order() throws IOException {
        Map<String, String> published = published();
        List<DomainEvent> facts = facts();
        Collections.shuffle(facts, new Random(2015));

        try (TopologyRun run = new TopologyRun()) {
            run.read(facts).settle();

            ListRanked ranking = run.ranking("places");
            Map<String, String> computed = new TreeMap<>();
            ranking.entries()
                    .forEach(place ->
                            computed.put(place.targetId(), place.total().toPlainString() + " " + place.rank()));
            assertThat(computed).hasSize(122).isEqualTo(published);
            assertThat(ranking.verdicts()).isEqualTo(14_274);
            assertThat(entriesOf(run)).containsAllEntriesOf(publishedEntries()).hasSizeGreaterThan(1585);
        }
    }

    private static Map<String, BigDecimal> entriesOf(TopologyRun run) {
        Map<String, BigDecimal> entries = new TreeMap<>();
        run.ranking("places")
                .entries()
                .forEach(place -> run.sheet(place.targetId()).nodes().forEach(node -> {
                    if (node.score() != null) {
                        entries.put(
                                place.targetId() + "/" + node.nodeId(),
                                node.score().setScale(0));
                    }
                }));
        return entries;
    }

    private static Map<String, BigDecimal> publishedEntries() throws IOException {
        Map<String, BigDecimal> entries = new TreeMap<>();
        rows("expected-entries.csv")
                .forEach(row -> entries.put(row[0] + "/" + row[1], new BigDecimal(row[2]).setScale(0)));
        return entries;
    }

    private static Map<String, String> published() throws IOException {
        Map<String, String> places = new TreeMap<>();
        rows("expected-places.csv").forEach(row -> places.put(row[0], row[1] + " " + row[2]));
        return places;
    }

    private static List<DomainEvent> facts() throws IOException {
        List<DomainEvent> facts = new ArrayList<>();
        String document = Files.readString(SAMPLE.resolve("framework.yml"));
        facts.add(new FrameworkPublished("godi-2015@1", NAME, "hash", document, Demo.NOON));
        facts.add(new CampaignDefined(
                "godi-2015",
                1,
                NAME,
                "godi-2015@1",
                false,
                CampaignDefined.TimeBasis.RECORDED,
                List.of(),
                List.of(new CampaignDefined.Group("places", NAME)),
                List.of(new CampaignDefined.RankedList("places", NAME, "places", null, null)),
                Demo.NOON));
        rows("targets.csv")
                .forEach(row -> facts.add(new TargetRegistered(
                        "godi-2015", row[0], 1, new Text(row[1], row[2]), null, "places", Set.of(), List.of())));
        for (String line : Files.readAllLines(SAMPLE.resolve("observations.ndjson"))) {
            facts.add(verdict(EventJson.MAPPER.readTree(line)));
        }
        return facts;
    }

    private static VerdictReached verdict(JsonNode row) {
        String target = row.get("target").asString();
        String checkPoint = row.get("checkPoint").asString();
        return new VerdictReached(
                "godi-2015/" + target + "/" + checkPoint + "#1",
                "godi-2015",
                target,
                "places",
                checkPoint,
                1,
                switch (row.get("value").asString()) {
                    case "MET" -> ObservedValue.MET;
                    case "NOT_MET" -> ObservedValue.NOT_MET;
                    default -> ObservedValue.undetermined(null);
                },
                List.of(),
                List.of(),
                List.of(),
                null,
                Demo.NOON);
    }

    private static List<String[]> rows(String file) throws IOException {
        return Files.readAllLines(SAMPLE.resolve(file)).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }
}
