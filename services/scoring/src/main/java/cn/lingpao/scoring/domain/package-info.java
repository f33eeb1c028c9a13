/** What progress is. */
@NullMarked
package cn.lingpao.scoring.domain;

import org.jspecify.annotations.NullMarked;
