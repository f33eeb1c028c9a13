/** What the topology keeps and passes on, as flat bytes: a few of them a cell, and one record a target. */
@NullMarked
package cn.lingpao.scoring.adapter.streams.state;

import org.jspecify.annotations.NullMarked;
