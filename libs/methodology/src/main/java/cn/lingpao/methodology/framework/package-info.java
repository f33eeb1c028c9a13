/** The framework of an assessment: its tree, rules and policies as immutable values, read from YAML and checked. */
@NullMarked
package cn.lingpao.methodology.framework;

import org.jspecify.annotations.NullMarked;
