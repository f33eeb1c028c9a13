package cn.lingpao.publication.application;

import cn.lingpao.publication.domain.ScoreSheet;
import cn.lingpao.publication.domain.Standing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Scores in memory, for tests; it passes the same kit as the store. */
class MemoryScores implements Scores {

    private final Map<String, Positioned<ScoreSheet>> sheets = new LinkedHashMap<>();
    private final Map<String, Positioned<Standing>> standings = new LinkedHashMap<>();

    @Override
    public int keepSheets(List<Positioned<ScoreSheet>> kept) {
        return keep(sheets, kept, sheet -> sheet.campaignId() + "/" + sheet.targetId());
    }

    @Override
    public int keepStandings(List<Positioned<Standing>> kept) {
        return keep(standings, kept, standing -> standing.campaignId() + "/" + standing.listId());
    }

    private static <T> int keep(Map<String, Positioned<T>> all, List<Positioned<T>> kept, Function<T, String> id) {
        int unchanged = 0;
        for (Positioned<T> value : kept) {
            Positioned<T> now = all.get(id.apply(value.value()));
            if (now != null && now.partition() == value.partition() && now.offset() >= value.offset()) {
                unchanged++;
            } else {
                all.put(id.apply(value.value()), value);
            }
        }
        return unchanged;
    }

    @Override
    public Map<String, ScoreSheet> sheets(String campaignId) {
        return sheets.values().stream()
                .map(Positioned::value)
                .filter(sheet -> sheet.campaignId().equals(campaignId))
                .collect(Collectors.toMap(ScoreSheet::targetId, Function.identity()));
    }

    @Override
    public Map<String, Standing> standings(String campaignId) {
        return standings.values().stream()
                .map(Positioned::value)
                .filter(standing -> standing.campaignId().equals(campaignId))
                .collect(Collectors.toMap(Standing::listId, Function.identity()));
    }

    @Override
    public Progress progress(String campaignId) {
        List<ScoreSheet> found = List.copyOf(sheets(campaignId).values());
        return new Progress(
                found.stream().mapToLong(ScoreSheet::verdicts).sum(),
                found.stream().mapToLong(ScoreSheet::awards).sum(),
                found.size());
    }
}
