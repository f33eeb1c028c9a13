/** Measures the running scoring service beside a bare word count of Kafka Streams on the same broker. */
@NullMarked
package cn.lingpao.load.live;

import org.jspecify.annotations.NullMarked;
