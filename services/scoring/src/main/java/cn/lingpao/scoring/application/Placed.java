package cn.lingpao.scoring.application;

/**
 * Something that was told, with its place in the log.
 *
 * @param offset within the partition of its key, so a later state of the same key has a higher one
 */
public record Placed<T>(int partition, long offset, T told) {}
