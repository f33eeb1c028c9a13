package cn.lingpao.collectorclient;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that a collector has to deliver.
 *
 * @param channel null for the target as a whole
 * @param until the last day, in China
 * @param state {@code not-collected}, {@code undetermined} or {@code collected}
 * @param cause why it is undetermined
 */
public record DueCell(
        String target,
        String checkPoint,
        @Nullable String channel,
        @Nullable LocalDate until,
        String state,
        @Nullable String cause) {}
