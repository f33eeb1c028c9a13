package cn.lingpao.methodology.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Opens a YAML 1.2 document whose top is a mapping. Anchors, aliases and tags are refused: every line is read where it stands. */
public final class Yaml {

    /** The most characters that a document may have. */
    public static final int MAX_LENGTH = 2_000_000;

    private Yaml() {}

    /** The top mapping; empty, with the reason among the faults, when the document can't be read at all. */
    public static Optional<Fields> read(String document, Faults faults) {
        if (document.length() > MAX_LENGTH) {
            String reason = "the document has %d characters: make it %d at the most";
            return refuse(faults, 1, 1, "too-large", reason.formatted(document.length(), MAX_LENGTH));
        }
        try {
            return compose(document, faults);
        } catch (MarkedYamlEngineException syntax) {
            int line = syntax.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            int column =
                    syntax.getProblemMark().map(mark -> mark.getColumn() + 1).orElse(1);
            return refuse(
                    faults,
                    line,
                    column,
                    "syntax",
                    "this is not YAML: " + syntax.getProblem()
                            + "; mend this place (a text that holds ': ' or ' #' or begins with a sign belongs in quotes)");
        } catch (ReaderException character) {
            return refuse(faults, lineOf(document, character.getPosition()), 1, "syntax", unreadable(character));
        } catch (YamlEngineException other) {
            return refuse(faults, 1, 1, "syntax", "this is not YAML: " + other.getMessage());
        }
    }

    private static Optional<Fields> compose(String document, Faults faults) {
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(MAX_LENGTH).build();
        Optional<Fault> forbidden = Events.firstForbidden(settings, document);
        if (forbidden.isPresent()) {
            faults.add(forbidden.get());
            return Optional.empty();
        }
        var top = new Compose(settings).composeString(document);
        if (top.isEmpty()) {
            return refuse(faults, 1, 1, "empty", "the document is empty: write at least its id");
        }
        return new Element(top.get(), "", faults).fields();
    }

    private static String unreadable(ReaderException character) {
        return "the character U+%04X may not stand in YAML: remove it".formatted(character.getCodePoint());
    }

    private static int lineOf(String document, int position) {
        int end = document.offsetByCodePoints(0, Math.min(position, document.codePointCount(0, document.length())));
        return 1
                + (int) document.substring(0, end)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    private static Optional<Fields> refuse(Faults faults, int line, int column, String code, String reason) {
        faults.add(new Fault(line, column, "", code, reason));
        return Optional.empty();
    }
}
