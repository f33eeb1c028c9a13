/** The log of observations: writing it, reading it, and the intake over a topic. */
@NullMarked
package cn.lingpao.datacollection.adapter.kafka;

import org.jspecify.annotations.NullMarked;
