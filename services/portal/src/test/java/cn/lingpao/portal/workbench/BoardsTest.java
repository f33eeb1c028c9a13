package cn.lingpao.portal.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.portal.fieldwork.Matrix;
import cn.lingpao.portal.fieldwork.Matrix.Field;
import cn.lingpao.portal.fieldwork.Matrix.Heading;
import cn.lingpao.portal.results.Words;
import cn.lingpao.portal.workbench.BoardPage.Holder;
import cn.lingpao.portal.workbench.BoardPage.Row;
import cn.lingpao.portal.workbench.BoardPage.Wanted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

/** A board of more targets than a browser can lay out at once. */
class BoardsTest {

    private static final Field DONE = new Field(2, 2, 0, 0, 0, 0, 0, List.of(), List.of());
    private static final Field HELD = new Field(2, 0, 1, 1, 1, 1, 0, List.of("li na"), List.of("robot"));

    private final Boards boards = new Boards("c", matrix(3000), framework(), labels());

    @Test
    void a_page_shows_a_hundred_targets_and_sums_up_all_of_them() {
        BoardPage board = boards.page(new Wanted("", "", ""), 29);
        assertThat(board.rows()).hasSize(100).first().extracting(Row::id).isEqualTo("t2901");
        assertThat(board.shown().pages()).isEqualTo(30);
        assertThat(board.sum().due()).isEqualTo(2 * 2 * 3000);
        assertThat(board.sum().unclaimed()).isZero();
        assertThat(board.columns().getFirst().sum().undetermined()).isEqualTo(3000);
        assertThat(board.holders().getFirst().fields()).isEqualTo(3000);
    }

    @Test
    void a_page_behind_the_last_is_the_last() {
        assertThat(boards.page(new Wanted("t2999", "", ""), 7).rows())
                .extracting(Row::id)
                .containsExactly("t2999");
        assertThat(boards.page(new Wanted("nowhere", "", ""), 7).rows()).isEmpty();
    }

    @Test
    void rows_columns_and_fields_name_who_holds_them_up() {
        BoardPage board = boards.page(new Wanted("t0001", "", ""), 0);
        Row row = board.rows().getFirst();
        assertThat(row.label())
                .isEqualTo("T0001: collected 2 of 4, undetermined 1, tasks 1, escalated 1, held by li na,"
                        + " waits for the program robot");
        assertThat(board.columns().getFirst().label()).contains("held by li na", "robot");
        assertThat(board.columns().getLast().label()).endsWith("collected 2 of 2");
        assertThat(row.cells().getFirst().label()).contains("held by li na", "robot");
        assertThat(board.awaited()).extracting(Holder::name).containsExactly("robot");
    }

    private static Matrix matrix(int targets) {
        List<Heading> columns = framework().leaves().stream()
                .limit(2)
                .map(leaf -> new Heading(
                        leaf.id(), new Words(leaf.name().zh(), leaf.name().en())))
                .toList();
        return new Matrix(
                columns,
                IntStream.rangeClosed(1, targets)
                        .mapToObj(i -> new Heading("t%04d".formatted(i), new Words("第" + i, "T%04d".formatted(i))))
                        .map(target -> new Matrix.Row(target, List.of(HELD, DONE)))
                        .toList());
    }

    private static Framework framework() {
        try {
            return Framework.parse(Files.readString(Path.of("../../infra/samples/cstc-2021/framework.yml")));
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }

    private static CellLabels labels() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("portal/messages");
        messages.setDefaultEncoding("UTF-8");
        return new CellLabels(messages, Locale.ENGLISH);
    }
}
