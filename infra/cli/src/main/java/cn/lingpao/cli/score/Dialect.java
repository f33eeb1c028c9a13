package cn.lingpao.cli.score;

import java.nio.charset.Charset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the author of a file writes.
 *
 * @param missing words that mean that there is no value, besides an empty field
 * @param ignored columns that are not read
 * @param target the column that names the target; null for one of the usual names
 */
record Dialect(
        Charset charset,
        Set<String> missing,
        Set<String> ignored,
        @Nullable String target) {}
