/** Invents the demonstration campaign: made-up places, observations, decisions and cases from a seed. */
@NullMarked
package cn.lingpao.cli.sample;

import org.jspecify.annotations.NullMarked;
