/** How fast the methodology engine is, measured beside numpy on the same figures. */
@NullMarked
package cn.lingpao.load.engine;

import org.jspecify.annotations.NullMarked;
