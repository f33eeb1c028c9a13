package cn.lingpao.methodology.framework;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.methodology.yaml.Fault;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** However a document is damaged, it is read or refused with faults that lie in it; nothing else ever happens. */
class DamagedDocumentTest {

    private static final String CHARACTERS = "{}[],:-#&*!|>'\"%@`\t\n 0x.~?政\u0000\uFFFF";

    private static final Pattern VALUE = Pattern.compile(": ([^\\s,{}\\[\\]\"]+|\\{[^{}]*}|\\[[^\\[\\]]*])");

    @Property(tries = 1000)
    void characters_changed_or_lost(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder document = new StringBuilder(sound(random));
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
        List<String> lines = new ArrayList<>(sound(random).lines().toList());
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

    /** Words and values change places: what stands somewhere is often of the wrong kind, and never unreadable. */
    @Property(tries = 1000)
    void values_in_the_wrong_place(@ForAll long seed) {
        Random random = new Random(seed);
        List<String> values = VALUE.matcher(Whole.DOCUMENT)
                .results()
                .map(found -> found.group(1))
                .toList();
        StringBuilder document = new StringBuilder();
        Matcher matcher = VALUE.matcher(Whole.DOCUMENT);
        while (matcher.find()) {
            boolean changed = random.nextInt(60) == 0;
            String value = changed ? values.get(random.nextInt(values.size())) : matcher.group(1);
            matcher.appendReplacement(document, Matcher.quoteReplacement(": " + value));
        }
        read(matcher.appendTail(document).toString());
    }

    private static String sound(Random random) {
        return random.nextBoolean() ? FrameworkFaultsTest.SOUND : Whole.DOCUMENT;
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
