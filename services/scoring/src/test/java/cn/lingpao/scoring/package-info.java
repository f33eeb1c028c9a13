/** Tests of the whole service. */
@NullMarked
package cn.lingpao.scoring;

import org.jspecify.annotations.NullMarked;
