/** The Kafka Streams topology: facts by target, then by scoring group, then score sheets and rankings. */
@NullMarked
package cn.lingpao.scoring.adapter.streams;

import org.jspecify.annotations.NullMarked;
