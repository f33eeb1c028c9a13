package cn.lingpao.methodology.framework;

import cn.lingpao.methodology.yaml.Element;
import cn.lingpao.methodology.yaml.Faults;
import cn.lingpao.methodology.yaml.Fields;
import cn.lingpao.methodology.yaml.Yaml;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a framework document to its end and collects every fault on the way. */
final class FrameworkReader {

    private final Faults faults;
    private final Ids nodeIds = new Ids("node");
    private final Ids pointIds = new Ids("check point");
    private final References references = new References();

    private FrameworkReader(Faults faults) {
        this.faults = faults;
    }

    static Framework read(String document) {
        Faults faults = new Faults();
        Optional<Framework> framework =
                Yaml.read(document, faults).map(fields -> new FrameworkReader(faults).framework(fields));
        if (framework.isEmpty() || !faults.isEmpty()) {
            throw new FrameworkFaults(faults.list());
        }
        return framework.get();
    }

    private Framework framework(Fields fields) {
        String id = fields.required("id").flatMap(nodeIds::read).orElse("");
        String version = fields.required("version").flatMap(Element::id).orElse("");
        Text name = fields.required("name").flatMap(Parts::name).orElse(Parts.NO_TEXT);
        Framework.Header header = header(fields);
        Optional<Element> fullMarks = fields.optional("fullMarks");
        Bonus bonus = fields.optional("bonus")
                .flatMap(Element::fields)
                .map(this::bonus)
                .orElse(null);
        List<Level> levels = levels(fields);
        RankingRule ranking = new RankingReader(references).read(fields);
        List<Excluded> excluded = Excluded.list(fields);
        Policies policies = Policies.UNSAID.overriddenBy(fields);
        InputReader inputs = new InputReader(pointIds, references);
        Framework.Inputs read = inputs.read(fields, id, policies.review());
        NormalisationReader normalisations = new NormalisationReader(references);
        CompositionReader compositions = new CompositionReader(normalisations);
        PointReader points = new PointReader(pointIds, references, Excluded.byId(excluded, false));
        Node root = new TreeReader(nodeIds, points, compositions, Excluded.byId(excluded, true))
                .root(id, name, fields, policies, ranking);
        FigureReader figures = new FigureReader(nodeIds, references, compositions);
        Framework.Results results = new Framework.Results(
                bonus,
                levels,
                fields.optional("levelsOf")
                        .flatMap(e -> references.read(e, References.Wanted.SCORED))
                        .orElse(null),
                ranking,
                figures.read(fields, ranking),
                new OverrideReader(references).read(fields));
        fields.done();
        references.resolve(root, read.variables(), results.figures());
        points.check(root);
        Checks.excluded(excluded, root);
        Checks.levelNames(header.levelNames(), root, fields.place());
        Checks.carryForward(root, read, fields.place());
        Framework framework = new Framework(version, header, null, results, read, root);
        return faults.isEmpty() ? framework.withFullMarks(FullMarks.check(fullMarks, root)) : framework;
    }

    private static Framework.Header header(Fields fields) {
        Source source = fields.optional("source")
                .flatMap(Element::fields)
                .map(FrameworkReader::source)
                .orElse(null);
        Weights weights = fields.optional("weights")
                .flatMap(Element::fields)
                .map(FrameworkReader::weights)
                .orElse(null);
        List<Text> levelNames = fields.list("levelNames").stream()
                .flatMap(element -> Parts.name(element).stream())
                .toList();
        return new Framework.Header(source, weights, levelNames);
    }

    private static Source source(Fields fields) {
        Source source = new Source(
                fields.required("title").flatMap(Element::text).orElse(""),
                fields.optional("url").flatMap(Element::text).orElse(null),
                fields.optional("licence").flatMap(Element::text).orElse(null));
        fields.done();
        return source;
    }

    private static Weights weights(Fields fields) {
        Weights weights = new Weights(
                fields.required("origin").flatMap(e -> e.word(Origin.class)).orElse(Origin.PLATFORM),
                fields.required("label").flatMap(Parts::name).orElse(Parts.NO_TEXT));
        fields.done();
        return weights;
    }

    private Bonus bonus(Fields fields) {
        String id = fields.required("id").flatMap(nodeIds::read).orElse("");
        Text name = fields.required("name").flatMap(Parts::name).orElse(Parts.NO_TEXT);
        BigDecimal cap = fields.required("cap").flatMap(Parts::positive).orElse(BigDecimal.ONE);
        List<Bonus.CaseType> types = caseTypes(fields);
        fields.done();
        return new Bonus(id, name, cap, types);
    }

    private static List<Bonus.CaseType> caseTypes(Fields bonus) {
        Ids ids = new Ids("case type");
        List<Bonus.CaseType> types = new ArrayList<>();
        for (Element element : bonus.list("types")) {
            element.fields().ifPresent(fields -> {
                types.add(new Bonus.CaseType(
                        fields.required("id").flatMap(ids::read).orElse(""),
                        fields.required("name").flatMap(Parts::name).orElse(Parts.NO_TEXT)));
                fields.done();
            });
        }
        return types;
    }

    private static List<Level> levels(Fields top) {
        Ids ids = new Ids("level");
        Map<BigDecimal, Level> levels = new LinkedHashMap<>();
        for (Element element : top.list("levels")) {
            element.fields().ifPresent(fields -> {
                Optional<Element> bound = fields.required("from");
                Level level = new Level(
                        fields.required("id").flatMap(ids::read).orElse(""),
                        fields.required("name").flatMap(Parts::name).orElse(Parts.NO_TEXT),
                        bound.flatMap(Element::number).orElse(BigDecimal.ZERO));
                fields.done();
                Level same = levels.putIfAbsent(level.from().stripTrailingZeros(), level);
                if (same != null) {
                    bound.ifPresent(e -> e.fault(
                            "duplicate-level",
                            "level " + same.id() + " starts there already: give each its own bound"));
                }
            });
        }
        return List.copyOf(levels.values());
    }
}
