/** Two versions of a framework, compared. */
@NullMarked
package cn.lingpao.methodology.difference;

import org.jspecify.annotations.NullMarked;
