package cn.lingpao.portal.workbench;

import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Node;
import cn.lingpao.portal.fieldwork.Matrix;
import cn.lingpao.portal.fieldwork.Matrix.Field;
import cn.lingpao.portal.fieldwork.Matrix.Heading;
import cn.lingpao.portal.fieldwork.Slice;
import cn.lingpao.portal.results.Words;
import cn.lingpao.portal.workbench.BoardPage.Cell;
import cn.lingpao.portal.workbench.BoardPage.Column;
import cn.lingpao.portal.workbench.BoardPage.Group;
import cn.lingpao.portal.workbench.BoardPage.Held;
import cn.lingpao.portal.workbench.BoardPage.Holder;
import cn.lingpao.portal.workbench.BoardPage.Row;
import cn.lingpao.portal.workbench.BoardPage.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.web.util.UriComponentsBuilder;

/** Makes a board of what the API tells: columns below their dimensions, rows and columns that a reader wants. */
final class Boards {

    /** As many as a browser lays out at once without a pause: 100 rows are 4,700 fields of the framework of 2021. */
    private static final int ROWS = 100;

    private final String campaign;
    private final Matrix matrix;
    private final Framework framework;
    private final CellLabels labels;

    Boards(String campaign, Matrix matrix, Framework framework, CellLabels labels) {
        this.campaign = campaign;
        this.matrix = matrix;
        this.framework = framework;
        this.labels = labels;
    }

    /** Without a filter of states every target and indicator is there; with one, those that have such a field. */
    BoardPage page(Wanted wanted, int page) {
        List<Matrix.Row> rows = matrix.rows().stream()
                .filter(row -> wanted.takes(row.target()))
                .filter(row -> wanted.all() || row.fields().stream().anyMatch(wanted::takes))
                .toList();
        int[] columns = IntStream.range(0, matrix.columns().size())
                .filter(i -> wanted.topic().isEmpty()
                        || group(matrix.columns().get(i)).id().equals(wanted.topic()))
                .filter(i -> wanted.all()
                        || rows.stream()
                                .anyMatch(row -> wanted.takes(row.fields().get(i))))
                .toArray();
        Slice<Matrix.Row> shown = Slice.of(rows, page, ROWS);
        return new BoardPage(
                groups(columns),
                columns(columns, rows),
                new Slice<>(
                        shown.items().stream()
                                .map(row -> row(row, columns, wanted))
                                .toList(),
                        shown.page(),
                        shown.size(),
                        shown.total()),
                Sum.of(rows.stream().flatMap(row -> of(row, columns).stream()).toList()),
                waiting(rows, columns, Field::holders),
                waiting(rows, columns, Field::awaited),
                matrix.rows().size());
    }

    /** Every dimension of the board, to choose from. */
    List<Group> dimensions() {
        return groups(IntStream.range(0, matrix.columns().size()).toArray());
    }

    private List<Column> columns(int[] columns, List<Matrix.Row> rows) {
        List<Column> shown = new ArrayList<>();
        String before = "";
        for (int i : columns) {
            Heading heading = matrix.columns().get(i);
            String group = group(heading).id();
            List<Field> fields = rows.stream().map(row -> row.fields().get(i)).toList();
            Sum sum = Sum.of(fields);
            shown.add(new Column(
                    heading.id(), heading.name(), !group.equals(before), sum, labels.of(heading.name(), sum)));
            before = group;
        }
        return shown;
    }

    private List<Group> groups(int[] columns) {
        List<Group> groups = new ArrayList<>();
        for (int i : columns) {
            Group group = group(matrix.columns().get(i));
            if (!groups.isEmpty() && groups.getLast().id().equals(group.id())) {
                groups.set(
                        groups.size() - 1,
                        new Group(group.id(), group.name(), groups.getLast().columns() + 1));
            } else {
                groups.add(group);
            }
        }
        return groups;
    }

    /** The dimension that an indicator belongs to. */
    private Group group(Heading leaf) {
        Node node = framework.node(leaf.id()).orElse(null);
        while (node != null && node.depth() > 1 && node.parentId() != null) {
            node = framework.node(node.parentId()).orElse(null);
        }
        return node == null
                ? new Group(leaf.id(), leaf.name(), 1)
                : new Group(node.id(), new Words(node.name().zh(), node.name().en()), 1);
    }

    private Row row(Matrix.Row row, int[] columns, Wanted wanted) {
        Heading target = row.target();
        List<Cell> cells = new ArrayList<>();
        String before = "";
        for (int i : columns) {
            Heading leaf = matrix.columns().get(i);
            String group = group(leaf).id();
            Field field = row.fields().get(i);
            Square square = Square.of(field);
            String style = square.word()
                    + (field.escalated() == 0 ? "" : " late")
                    + (field.holders().isEmpty() ? "" : " held")
                    + (group.equals(before) ? "" : " first")
                    + (wanted.takes(field) ? "" : " dim");
            int number = square.number(field);
            cells.add(new Cell(
                    "f-" + target.id() + "-" + leaf.id(),
                    style,
                    square.sign() + (number == 0 ? "" : number),
                    labels.of(target, leaf, field, square),
                    address(target.id(), leaf.id())));
            before = group;
        }
        Sum sum = Sum.of(of(row, columns));
        return new Row(target.id(), target.name(), cells, sum, labels.of(target.name(), sum));
    }

    /** Whom fields wait for, with those fields. */
    private List<Holder> waiting(List<Matrix.Row> rows, int[] columns, Function<Field, List<String>> whom) {
        Map<String, List<Held>> held = new TreeMap<>();
        for (Matrix.Row row : rows) {
            for (int i : columns) {
                Heading leaf = matrix.columns().get(i);
                String address = address(row.target().id(), leaf.id());
                whom.apply(row.fields().get(i)).forEach(name -> held.computeIfAbsent(name, none -> new ArrayList<>())
                        .add(new Held(row.target().name(), leaf.name(), address)));
            }
        }
        return held.entrySet().stream()
                .map(entry -> new Holder(entry.getKey(), entry.getValue().size(), entry.getValue()))
                .toList();
    }

    private String address(String target, String node) {
        return UriComponentsBuilder.fromPath("/workbench")
                .pathSegment(campaign, "points")
                .queryParam("target", target)
                .queryParam("node", node)
                .encode()
                .toUriString();
    }

    private static List<Field> of(Matrix.Row row, int[] columns) {
        return IntStream.of(columns).mapToObj(row.fields()::get).toList();
    }
}
