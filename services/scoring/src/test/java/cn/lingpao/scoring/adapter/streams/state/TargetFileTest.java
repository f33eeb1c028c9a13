package cn.lingpao.scoring.adapter.streams.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lingpao.contracts.ObservedValue;
import cn.lingpao.scoring.adapter.streams.Demo;
import cn.lingpao.scoring.adapter.streams.state.Entry.Award;
import cn.lingpao.scoring.adapter.streams.state.Entry.Cell;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TargetFileTest {

    private static final Instant LATER = Demo.NOON.plusNanos(7);

    private final TargetFile empty = TargetFile.empty("demo/north");

    @Test
    void what_is_filed_is_read_again_from_its_bytes() {
        List<Entry> entries = List.of(
                cell("a", 1, ObservedValue.MET),
                cell("b", 2, ObservedValue.number(new BigDecimal("-0.250"))),
                cell("c", 3, ObservedValue.grade("很好")),
                cell("d", 4, ObservedValue.undetermined("robots")),
                cell("e", 5, ObservedValue.undetermined(null)),
                cell("f", 6, ObservedValue.NOT_APPLICABLE),
                cell("g", 7, ObservedValue.NOT_MET),
                new Cell("h", 8, ObservedValue.MET, "a verdict id of another kind"),
                new Award("a", 9, new BigDecimal("2.50")));
        TargetFile file = empty.with(Demo.target("north", "city", "capital"), Demo.NOON);
        for (Entry entry : entries) {
            file = file.with(entry, LATER);
        }

        TargetFile read = TargetFile.of(file.bytes());

        assertThat(read.entries()).isEqualTo(entries);
        assertThat(read.target()).isEqualTo(Demo.target("north", "city", "capital"));
        assertThat(read.groupId()).isEqualTo("city");
        assertThat(read.targetId()).isEqualTo("north");
        assertThat(read.asOf()).isEqualTo(LATER);
    }

    @Test
    void a_newer_entry_takes_the_place_of_the_older_one_and_of_no_other() {
        Random chance = new Random(6);
        Map<String, Entry> expected = new HashMap<>();
        TargetFile file = empty;
        for (int step = 0; step < 500; step++) {
            String id = "p" + chance.nextInt(20);
            Entry entry = chance.nextBoolean()
                    ? cell(id, step, ObservedValue.number(BigDecimal.valueOf(chance.nextLong())))
                    : new Award(id, step, BigDecimal.valueOf(chance.nextInt(100)));
            assertThat(file.lacks(entry)).isTrue();
            file = file.with(entry, Demo.NOON);
            expected.put(entry.getClass() + id, entry);
            assertThat(file.lacks(entry)).isFalse();
        }

        assertThat(file.entries()).containsExactlyInAnyOrderElementsOf(expected.values());
    }

    @Test
    void its_registration_can_be_told_without_its_entries() {
        TargetFile file =
                empty.with(cell("a", 1, ObservedValue.MET), LATER).with(Demo.target("north", "city"), Demo.NOON);

        assertThat(file.registrationOnly().entries()).isEmpty();
        assertThat(file.registrationOnly().target()).isEqualTo(Demo.target("north", "city"));
        assertThat(file.with(file.registrationOnly()).entries()).hasSize(1);
        assertThat(file.asOf()).isEqualTo(LATER);
    }

    @Test
    void a_cell_takes_a_few_bytes() {
        TargetFile one = empty.with(cell("basics.plan", 1, ObservedValue.MET), Demo.NOON);

        assertThat(one.bytes().length - empty.bytes().length).isEqualTo("basics.plan".length() + 7);
    }

    @Test
    void bytes_of_another_format_are_refused() {
        assertThatThrownBy(() -> TargetFile.of(new byte[] {'{', '}'})).hasMessageContaining("unknown format 123");
    }

    private static Cell cell(String id, long sequence, ObservedValue value) {
        return new Cell(id, sequence, value, "demo/north/" + id + "#" + sequence);
    }
}
