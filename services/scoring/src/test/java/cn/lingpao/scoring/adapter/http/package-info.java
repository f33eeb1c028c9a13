/** The explanation of a score. */
@NullMarked
package cn.lingpao.scoring.adapter.http;

import org.jspecify.annotations.NullMarked;
