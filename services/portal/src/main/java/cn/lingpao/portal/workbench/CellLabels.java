package cn.lingpao.portal.workbench;

import cn.lingpao.portal.fieldwork.Matrix.Field;
import cn.lingpao.portal.fieldwork.Matrix.Heading;
import cn.lingpao.portal.web.Language;
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
        String more = (field.undetermined() == 0 ? "" : say("board.label.undetermined", field.undetermined()))
                + (field.tasks() == 0 ? "" : say("board.label.tasks", field.tasks()))
                + (field.escalated() == 0 ? "" : say("board.label.escalated", field.escalated()))
                + (field.fallback() == 0 ? "" : say("board.label.fallback", field.fallback()))
                + (field.holders().isEmpty() ? "" : say("board.label.holders", String.join(", ", field.holders())));
        return what + more;
    }

    private String say(String key, Object... with) {
        return messages.getMessage(key, with, locale);
    }
}
