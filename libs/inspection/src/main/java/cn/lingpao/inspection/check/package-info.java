/** The machine-checkable points, each a small class with the regulation it reads. */
@NullMarked
package cn.lingpao.inspection.check;

import org.jspecify.annotations.NullMarked;
