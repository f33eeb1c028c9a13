package cn.lingpao.methodology.framework;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.methodology.yaml.Fault;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** However a document is damaged, it is read or refused with faults that lie in it; nothing else ever happens. */
class DamagedDocumentTest {

    private static final String CHARACTERS = "{}[],:-#&*!|>'\"%@`\t\n 0x.~?政\u0000\uFFFF";

    @Property(tries = 1000)
    void characters_changed_or_lost(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder document = new StringBuilder(FrameworkFaultsTest.SOUND);
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            int at = random.nextInt(document.length());
            switch (random.nextInt(3)) {
                case 0 -> document.deleteCharAt(at);
                case 1 -> document.setCharAt(at, CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
                default -> document.insert(at, CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
            }
        }
        read(document.toString());
    }

    @Property(tries = 500)
    void lines_lost_doubled_or_in_another_order(@ForAll long seed) {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>(FrameworkFaultsTest.SOUND.lines().toList());
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            int at = random.nextInt(lines.size());
            switch (random.nextInt(3)) {
                case 0 -> lines.remove(at);
                case 1 -> lines.add(at, lines.get(at));
                default -> Collections.swap(lines, at, random.nextInt(lines.size()));
            }
        }
        read(String.join("\n", lines));
    }

    private static void read(String document) {
        try {
            assertThat(Framework.parse(document).ref()).isNotBlank();
        } catch (FrameworkFaults refused) {
            long lines = 1 + document.chars().filter(c -> c == '\n').count();
            assertThat(refused.faults()).isNotEmpty().allSatisfy(fault -> inside(fault, lines));
        }
    }

    private static void inside(Fault fault, long lines) {
        assertThat(fault.line()).isBetween(1, (int) lines);
        assertThat(fault.column()).isPositive();
        assertThat(fault.code()).isNotBlank();
        assertThat(fault.reason()).isNotBlank();
    }
}
