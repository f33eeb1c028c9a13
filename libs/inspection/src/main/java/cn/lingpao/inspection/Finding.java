package cn.lingpao.inspection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check decided and from what.
 *
 * @param cause why it stays undetermined, and only then
 * @param reading what was read, one line, quoting the numbers
 * @param evidence SHA-256 of the captures it was read from, hex
 */
public record Finding(Verdict verdict, @Nullable Cause cause, String reading, List<String> evidence) {

    public Finding {
        if ((verdict == Verdict.UNDETERMINED) == (cause == null)) {
            throw new IllegalArgumentException(
                    "a cause belongs to UNDETERMINED and only there: " + verdict + " " + cause);
        }
        reading = reading.replaceAll("\\s+", " ").strip();
        evidence = evidence.stream().filter(hash -> !hash.isEmpty()).distinct().toList();
    }

    public static Finding met(String reading, List<String> evidence) {
        return new Finding(Verdict.MET, null, reading, evidence);
    }

    public static Finding notMet(String reading, List<String> evidence) {
        return new Finding(Verdict.NOT_MET, null, reading, evidence);
    }

    public static Finding undetermined(Cause cause, String reading, List<String> evidence) {
        return new Finding(Verdict.UNDETERMINED, cause, reading, evidence);
    }
}
