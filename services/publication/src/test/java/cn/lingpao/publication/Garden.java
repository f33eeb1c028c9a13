package cn.lingpao.publication;

import static org.awaitility.Awaitility.await;

import cn.lingpao.contracts.CampaignDefined;
import cn.lingpao.contracts.FrameworkPublished;
import cn.lingpao.contracts.ListRanked;
import cn.lingpao.contracts.TargetRegistered;
import cn.lingpao.contracts.TargetScored;
import cn.lingpao.contracts.TargetScored.NodeScore;
import cn.lingpao.contracts.TargetScored.PointScore;
import cn.lingpao.contracts.TargetScored.State;
import cn.lingpao.contracts.Text;
import cn.lingpao.publication.application.Scores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An invented campaign as the other services would tell it: five plants in a list that shows the first two ranks, the
 * third plant also in a list that shows everybody, the last two nowhere.
 */
public final class Garden {

    public static final List<Plant> PLANTS = List.of(
            new Plant("aster", "91.5", 1, false),
            new Plant("basil", "80", 2, false),
            new Plant("cedar", "66.25", 3, true),
            new Plant("dwarf-elm", "47.123456", 4, false),
            new Plant("elder", "31.987654", 5, false));

    private final RunningPublication service;
    private final String campaign;

    public Garden(RunningPublication service, String campaign) {
        this.service = service;
        this.campaign = campaign;
    }

    /** A plant and its result; null means that it has none. */
    public record Plant(
            String id, @Nullable String total, @Nullable Integer rank, boolean pond) {

        Text name() {
            return new Text("虚构" + id, "Invented " + id);
        }

        /** Twelve digits, so that no measured time holds them by chance. */
        public String code() {
            return "99%010d".formatted(Integer.toUnsignedLong(id.hashCode()));
        }
    }

    /** Tells everything and waits until the service has it. */
    public void settle() {
        register();
        score(PLANTS);
        Scores scores = service.bean(Scores.class);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> scores.progress(campaign).equals(new Scores.Progress(10, 0, 5))
                        && scores.standings(campaign).size() == 2);
    }

    public void register() {
        Instant at = Instant.parse("2021-01-01T00:00:00Z");
        service.tell(
                new FrameworkPublished(
                        "garden@1", new Text("花园指标", "Garden framework"), "f".repeat(64), document(), at),
                new CampaignDefined(
                        campaign,
                        1,
                        new Text("花园 " + campaign, "Garden " + campaign),
                        "garden@1",
                        true,
                        CampaignDefined.TimeBasis.RECORDED,
                        List.of(new CampaignDefined.Phase(
                                CampaignDefined.PhaseId.RELEASE,
                                new Text("发布", "Release"),
                                LocalDate.of(2021, 12, 1),
                                LocalDate.of(2021, 12, 31))),
                        List.of(new CampaignDefined.Group("plants", new Text("植物", "Plants"))),
                        List.of(
                                new CampaignDefined.RankedList("all", new Text("总榜", "All"), "plants", null, 2),
                                new CampaignDefined.RankedList("pond", new Text("池塘", "Pond"), "plants", "pond", null)),
                        at));
        PLANTS.forEach(plant -> service.tell(new TargetRegistered(
                campaign,
                plant.id(),
                1,
                plant.name(),
                plant.code(),
                "plants",
                plant.pond() ? Set.of("pond") : Set.of(),
                List.of())));
    }

    public void score(List<Plant> plants) {
        plants.forEach(plant -> service.tell(sheet(plant)));
        service.tell(ranking("all", plants));
        List<Plant> pond = plants.stream()
                .filter(Plant::pond)
                .map(plant -> new Plant(plant.id(), plant.total(), 1, true))
                .toList();
        service.tell(ranking("pond", pond));
    }

    public TargetScored sheet(Plant plant) {
        BigDecimal total = plant.total() == null ? null : new BigDecimal(plant.total());
        State state = total == null ? State.MISSING : State.SCORED;
        return new TargetScored(
                campaign,
                plant.id(),
                "plants",
                "garden@1",
                total,
                level(total),
                BigDecimal.ZERO,
                2,
                0,
                List.of(
                        new NodeScore("garden", state, total),
                        new NodeScore("service", state, total),
                        new NodeScore("data", State.UNDETERMINED, null)),
                List.of(
                        new PointScore("service.online", state, null, total, null, null, null),
                        new PointScore("data.open", State.UNDETERMINED, null, null, null, null, "elder")));
    }

    private ListRanked ranking(String list, List<Plant> plants) {
        List<ListRanked.Entry> entries = new ArrayList<>();
        for (Plant plant : plants) {
            BigDecimal total = plant.total() == null ? null : new BigDecimal(plant.total());
            entries.add(new ListRanked.Entry(plant.id(), plant.rank(), total, level(total)));
        }
        return new ListRanked(campaign, list, "plants", "garden@1", 2 * plants.size(), entries);
    }

    private static @Nullable String level(@Nullable BigDecimal total) {
        return total != null && total.compareTo(new BigDecimal("75")) >= 0 ? "good" : null;
    }

    private static String document() {
        try (var in = Objects.requireNonNull(Garden.class.getResourceAsStream("/garden.yaml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
