/** The explanation of a score. */
@NullMarked
package cn.lingpao.scoring.domain;

import org.jspecify.annotations.NullMarked;
