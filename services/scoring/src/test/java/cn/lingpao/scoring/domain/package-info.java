/** Tests of what scoring decides by itself. */
@NullMarked
package cn.lingpao.scoring.domain;

import org.jspecify.annotations.NullMarked;
