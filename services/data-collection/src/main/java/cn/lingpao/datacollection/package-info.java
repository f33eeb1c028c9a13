/** Takes in what collectors saw, refuses what cannot be used, and keeps the log of observations. */
@NullMarked
package cn.lingpao.datacollection;

import org.jspecify.annotations.NullMarked;
