/** Live score sheets and rankings of every campaign, computed exactly once from verdicts and awards, and explained. */
@NullMarked
package cn.lingpao.scoring;

import org.jspecify.annotations.NullMarked;
