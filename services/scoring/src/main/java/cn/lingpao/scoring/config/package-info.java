/** Every bean and setting of scoring. */
@NullMarked
package cn.lingpao.scoring.config;

import org.jspecify.annotations.NullMarked;
