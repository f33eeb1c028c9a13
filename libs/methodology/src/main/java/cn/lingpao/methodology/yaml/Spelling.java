package cn.lingpao.methodology.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that somebody meant. */
public final class Spelling {

    private Spelling() {}

    /** {@code did you mean 'x'? Else }, or nothing when no word is near. */
    static String hint(String written, Collection<String> words) {
        return nearest(written, words)
                .map(word -> "did you mean '" + word + "'? Else ")
                .orElse("");
    }

    private static Optional<String> nearest(String written, Collection<String> words) {
        String plain = plain(written);
        int most = Math.max(1, plain.length() / 4);
        return words.stream()
                .filter(word -> distance(plain, plain(word)) <= most)
                .min(Comparator.comparingInt(word -> distance(plain, plain(word))));
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
    }

    /** Letters to add, drop or change (Levenshtein). */
    public static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[other.length()];
    }
}
