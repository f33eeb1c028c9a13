/** The explanation of a score as a tree, and what progress is. */
@NullMarked
package cn.lingpao.scoring.domain;

import org.jspecify.annotations.NullMarked;
