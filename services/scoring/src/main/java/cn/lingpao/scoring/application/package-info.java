/** The use cases of scoring and the ports they need. */
@NullMarked
package cn.lingpao.scoring.application;

import org.jspecify.annotations.NullMarked;
