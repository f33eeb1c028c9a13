package cn.lingpao.collectorclient;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * How an outage is waited out.
 *
 * @param longest after which the call fails
 * @param tell takes what a person should know meanwhile, once
 * @param advice what stands behind the sentence that names the outage; may be empty
 */
public record Patience(Duration longest, Consumer<String> tell, String advice) {

    /** In silence. */
    public static Patience of(Duration longest) {
        return new Patience(longest, sentence -> {}, "");
    }
}
