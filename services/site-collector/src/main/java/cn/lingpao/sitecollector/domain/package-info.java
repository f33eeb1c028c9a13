/** Runs of the collector and what is visited in them. */
@NullMarked
package cn.lingpao.sitecollector.domain;

import org.jspecify.annotations.NullMarked;
