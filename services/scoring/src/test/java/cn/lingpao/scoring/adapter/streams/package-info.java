/** The topology on the test driver. */
@NullMarked
package cn.lingpao.scoring.adapter.streams;

import org.jspecify.annotations.NullMarked;
