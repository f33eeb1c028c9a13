package cn.lingpao.datacollection.domain;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One row of an intake, with its text as received. */
public sealed interface Row {

    String campaignId();

    @Nullable
    String targetId();

    /** 1-based line of the batch; null when the row came over a topic. */
    @Nullable
    Integer line();

    String text();

    /** A row with every field in its place; its text is made when somebody asks for it. */
    record Readable(@Nullable Integer line, Submission submission, Supplier<String> sent) implements Row {

        @Override
        public String text() {
            return sent.get();
        }

        @Override
        public String campaignId() {
            return submission.campaignId();
        }

        @Override
        public String targetId() {
            return submission.targetId();
        }
    }

    /** A row that could not be understood. */
    record Unreadable(String campaignId, @Nullable Integer line, Fault fault, String text) implements Row {

        @Override
        public @Nullable String targetId() {
            return null;
        }
    }
}
