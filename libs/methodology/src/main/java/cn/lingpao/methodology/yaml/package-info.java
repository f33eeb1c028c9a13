/** Strict reading of small YAML documents: every fault is found in one pass and named with its line, column and path. */
@NullMarked
package cn.lingpao.methodology.yaml;

import org.jspecify.annotations.NullMarked;
