package cn.lingpao.methodology.framework;

import cn.lingpao.methodology.yaml.Element;
import cn.lingpao.methodology.yaml.Fields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the figures that are published beside the tree. */
final class FigureReader {

    private final Ids ids;
    private final References references;
    private final CompositionReader compositions;

    FigureReader(Ids ids, References references, CompositionReader compositions) {
        this.ids = ids;
        this.references = references;
        this.compositions = compositions;
    }

    List<Figure> read(Fields top, RankingRule ranking) {
        List<Figure> figures = new ArrayList<>();
        List<Fields> places = new ArrayList<>();
        for (Element element : top.list("figures")) {
            element.fields().ifPresent(fields -> {
                figures.add(figure(fields, ranking));
                places.add(fields);
            });
        }
        for (int i = 0; i < figures.size(); i++) {
            List<String> later =
                    figures.subList(i, figures.size()).stream().map(Figure::id).toList();
            for (String key : List.of("of", "dividedBy")) {
                places.get(i).optional(key).ifPresent(place -> made(place, later));
            }
        }
        return figures;
    }

    private static void made(Element place, List<String> later) {
        place.text()
                .filter(later::contains)
                .ifPresent(of ->
                        place.fault("cycle", "'" + of + "' is not made before this: name a node or an earlier figure"));
    }

    private Figure figure(Fields fields, RankingRule ranking) {
        String id = fields.required("id").flatMap(ids::read).orElse("");
        Text name = fields.optional("name").flatMap(Parts::name).orElseGet(() -> new Text(id, id));
        String of = fields.required("of")
                .flatMap(e -> references.read(e, References.Wanted.SCORED))
                .orElse("");
        @Nullable
        String dividedBy = fields.optional("dividedBy")
                .flatMap(e -> references.read(e, References.Wanted.SCORED))
                .orElse(null);
        Finish finish = compositions.finish(fields);
        boolean ranked = id.equals(ranking.of());
        RankBy rank = compositions.rank(
                fields, new RankBy(ranking.method(), ranked ? ranking.basis() : null, ranking.direction()));
        fields.done();
        return new Figure(id, name, of, dividedBy, finish, rank);
    }
}
