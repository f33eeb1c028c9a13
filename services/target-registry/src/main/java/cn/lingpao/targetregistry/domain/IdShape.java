package cn.lingpao.targetregistry.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/** How an id may look; ids are parts of keys and addresses, so they never hold a slash or a space. */
public enum IdShape {
    KEBAB("[a-z0-9]+(-[a-z0-9]+)*", "lower-case letters and digits joined by hyphens, at most 64"),
    OPEN("[A-Za-z0-9][A-Za-z0-9._-]*", "letters, digits, dots, hyphens and underscores, at most 64");

    private static final int LONGEST = 64;

    private final Pattern pattern;
    private final String words;

    IdShape(String pattern, String words) {
        this.pattern = Pattern.compile(pattern);
        this.words = words;
    }

    /** The fault of an id that does not have this shape. */
    public Optional<Fault> check(String path, String id) {
        if (id.length() <= LONGEST && pattern.matcher(id).matches()) {
            return Optional.empty();
        }
        return Optional.of(Fault.of(path, "bad-id", "'" + id + "' is no id here: write " + words + "."));
    }
}
