/** Scores and ranks a group of targets: pure functions of framework, answers and awards. */
@NullMarked
package cn.lingpao.methodology.engine;

import org.jspecify.annotations.NullMarked;
