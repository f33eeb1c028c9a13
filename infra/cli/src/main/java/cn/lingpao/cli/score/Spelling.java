package cn.lingpao.cli.score;

/** How far one word is from another: letters to add, drop or change (Levenshtein). */
final class Spelling {

    private Spelling() {}

    /** @param enough an answer of that much or more says no more than that */
    static int distance(String one, String other, int enough) {
        if (Math.abs(one.length() - other.length()) >= enough) {
            return enough;
        }
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
