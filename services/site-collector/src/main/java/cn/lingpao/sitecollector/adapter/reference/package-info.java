/** Campaigns and targets from the compacted topics. */
@NullMarked
package cn.lingpao.sitecollector.adapter.reference;

import org.jspecify.annotations.NullMarked;
