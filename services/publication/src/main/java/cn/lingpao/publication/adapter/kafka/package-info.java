/** Score sheets and rankings come in from the log. */
@NullMarked
package cn.lingpao.publication.adapter.kafka;

import org.jspecify.annotations.NullMarked;
