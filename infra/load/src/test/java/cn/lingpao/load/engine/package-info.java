/** That the measurements still run, on figures too small to mean anything. */
@NullMarked
package cn.lingpao.load.engine;

import org.jspecify.annotations.NullMarked;
