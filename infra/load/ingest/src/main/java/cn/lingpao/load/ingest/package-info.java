/** Measures the running intake beside what Kafka and MongoDB offer for the same: how fast, how large, and what a kill leaves. */
@NullMarked
package cn.lingpao.load.ingest;

import org.jspecify.annotations.NullMarked;
