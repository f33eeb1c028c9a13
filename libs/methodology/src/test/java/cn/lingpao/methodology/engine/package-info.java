/** The rules, policies and ranks, one by one, and what holds for any input. */
@NullMarked
package cn.lingpao.methodology.engine;

import org.jspecify.annotations.NullMarked;
