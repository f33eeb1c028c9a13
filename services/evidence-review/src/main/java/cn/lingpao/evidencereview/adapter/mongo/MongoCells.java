package cn.lingpao.evidencereview.adapter.mongo;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import cn.lingpao.eventing.OutboxRelay;
import cn.lingpao.evidencereview.application.Cells;
import cn.lingpao.evidencereview.application.Page;
import cn.lingpao.evidencereview.application.Paging;
import cn.lingpao.evidencereview.application.Progress;
import cn.lingpao.evidencereview.application.SampledCell;
import cn.lingpao.evidencereview.application.Stage;
import cn.lingpao.evidencereview.domain.Cell;
import cn.lingpao.evidencereview.domain.CellId;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Cells in {@code cells}, one document each; its verdicts wait in its outbox until they are told. */
public final class MongoCells implements Cells {

    /** Where the cells are. */
    public static final String COLLECTION = "cells";

    private static final Document BY_ID = new Document("_id", 1);

    private final MongoTemplate mongo;
    private final OutboxRelay relay;
    private final CellWrites writes;

    public MongoCells(MongoTemplate mongo, OutboxRelay relay) {
        this.mongo = mongo;
        this.relay = relay;
        this.writes = new CellWrites(mongo, this::load);
    }

    /** Creates the indexes that are missing; what is asked by campaign or target reads a range of ids and needs none. */
    public void prepare() {
        in(cells ->
                cells.createIndex(new Document("campaign", 1).append("stage", 1).append("target", 1)));
        in(cells -> cells.createIndex(new Document(Documents.SAMPLED, 1), new IndexOptions().sparse(true)));
    }

    @Override
    public Map<CellId, Cell> load(Collection<CellId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<String> texts = ids.stream().map(CellId::text).toList();
        return in(cells -> cells.find(Filters.in("_id", texts))
                        .map(Documents::cell)
                        .into(new ArrayList<>()))
                .stream()
                .collect(toMap(Cell::id, cell -> cell));
    }

    @Override
    public Set<CellId> save(Collection<Cell> cells) {
        if (cells.isEmpty()) {
            return Set.of();
        }
        Set<CellId> contended = writes.write(cells);
        List<String> telling = cells.stream()
                .filter(cell -> !cell.reached().isEmpty() && !contended.contains(cell.id()))
                .map(cell -> cell.id().text())
                .toList();
        if (!telling.isEmpty()) {
            relay.relay(telling);
        }
        return contended;
    }

    @Override
    public Page<Cell> reviewed(String campaignId, Set<Stage> stages, @Nullable String targetId, Paging paging) {
        Bson filter = Documents.sparse(new Document("campaign", campaignId)
                .append(
                        "stage",
                        new Document("$in", stages.stream().map(Stage::name).toList()))
                .append("target", targetId));
        return page(filter, paging);
    }

    @Override
    public Page<Cell> withVerdict(String campaignId, @Nullable String targetId, Paging paging) {
        return page(within(campaignId, targetId).append("decided", 1), paging);
    }

    @Override
    public Progress progress(String campaignId) {
        List<Bson> counting = List.of(
                new Document("$match", within(campaignId, null)),
                new Document(
                        "$group",
                        new Document("_id", "$stage")
                                .append("cells", new Document("$sum", 1))
                                .append("observations", new Document("$sum", "$observed"))
                                .append("verdicts", new Document("$sum", "$decided"))));
        List<Document> stages = in(cells -> cells.aggregate(counting).into(new ArrayList<>()));
        return new Progress(
                sum(stages, "observations", Stage.values()),
                sum(stages, "cells", Stage.values()),
                sum(stages, "verdicts", Stage.values()),
                sum(stages, "cells", Stage.OPEN, Stage.FIRST_DECISION),
                sum(stages, "cells", Stage.DISPUTED));
    }

    @Override
    public List<SampledCell> sampled(String campaignId, @Nullable String checkPointId) {
        Bson filter = new Document(
                Documents.SAMPLED,
                checkPointId == null
                        ? new Document("$gte", campaignId + "/").append("$lt", campaignId + "0")
                        : campaignId + "/" + checkPointId);
        return in(cells -> cells.find(filter)
                .projection(Projections.include("campaign", "target", "checkPoint", "samples"))
                .sort(BY_ID)
                .map(document -> new SampledCell(Documents.id(document), Documents.samples(document)))
                .into(new ArrayList<>()));
    }

    @Override
    public List<CellId> unreviewed(String campaignId, String checkPointId) {
        Bson filter = new Document("campaign", campaignId)
                .append("stage", Stage.UNREVIEWED.name())
                .append("checkPoint", checkPointId);
        return in(cells -> cells.find(filter)
                .projection(Projections.include("campaign", "target", "checkPoint"))
                .sort(BY_ID)
                .map(Documents::id)
                .into(new ArrayList<>()));
    }

    private static long sum(List<Document> counts, String field, Stage... stages) {
        Set<String> names = List.of(stages).stream().map(Stage::name).collect(toSet());
        return counts.stream()
                .filter(each -> names.contains(each.getString("_id")))
                .mapToLong(each -> each.get(field, Number.class).longValue())
                .sum();
    }

    /** Ids are {@code campaign/target/checkPoint}, and 0 comes right after the slash. */
    private static Document within(String campaignId, @Nullable String targetId) {
        String prefix = targetId == null ? campaignId : campaignId + "/" + targetId;
        return new Document("_id", new Document("$gte", prefix + "/").append("$lt", prefix + "0"));
    }

    private Page<Cell> page(Bson filter, Paging paging) {
        List<Cell> items = in(cells -> cells.find(filter)
                .sort(BY_ID)
                .skip(paging.page() * paging.size())
                .limit(paging.size())
                .map(Documents::cell)
                .into(new ArrayList<>()));
        return new Page<>(items, paging.page(), paging.size(), in(cells -> cells.countDocuments(filter)));
    }

    private <T> T in(Function<MongoCollection<Document>, T> work) {
        return mongo.execute(COLLECTION, work::apply);
    }
}
