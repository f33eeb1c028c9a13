/** Tests of what the topology keeps. */
@NullMarked
package cn.lingpao.scoring.adapter.streams.state;

import org.jspecify.annotations.NullMarked;
