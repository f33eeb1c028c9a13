package cn.lingpao.portal.workbench;

import cn.lingpao.portal.fieldwork.Matrix.Field;
import cn.lingpao.portal.fieldwork.Matrix.Heading;
import cn.lingpao.portal.results.Words;
import cn.lingpao.portal.web.Language;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** A field of the board in words, for those who do not see its colour. */
final class CellLabels {

    private final MessageSource messages;
    private final Locale locale;
    private final Language language;

    CellLabels(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
        this.language = Language.of(locale);
    }

    String of(Heading target, Heading leaf, Field field, Square square) {
        String what = say(
                "board.label",
                language.of(target.name()),
                language.of(leaf.name()),
                say("square." + square.word()),
                field.collected(),
                field.due());
        return what
                + counted("undetermined", field.undetermined())
                + counted("tasks", field.tasks())
                + counted("escalated", field.escalated())
                + counted("fallback", field.fallback())
                + named("holders", field.holders())
                + named("awaited", field.awaited());
    }

    /** A row or column in words. */
    String of(Words name, Sum sum) {
        return say("board.label.sum", language.of(name), sum.collected(), sum.due())
                + counted("undetermined", sum.undetermined())
                + counted("tasks", sum.tasks())
                + counted("escalated", sum.escalated())
                + named("holders", sum.holders())
                + named("awaited", sum.awaited());
    }

    private String counted(String what, int number) {
        return number == 0 ? "" : say("board.label." + what, number);
    }

    private String named(String what, List<String> names) {
        return names.isEmpty() ? "" : say("board.label." + what, String.join(", ", names));
    }

    private String say(String key, Object... with) {
        return messages.getMessage(key, with, locale);
    }
}
