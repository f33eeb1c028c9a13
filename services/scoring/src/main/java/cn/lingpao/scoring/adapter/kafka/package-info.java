/** Takes the score sheets and rankings that the topology told into the store. */
@NullMarked
package cn.lingpao.scoring.adapter.kafka;

import org.jspecify.annotations.NullMarked;
