/** Scoring without a server: values of a CSV file under a framework, with ranks, explanations and what is wrong with the file. */
@NullMarked
package cn.lingpao.cli.score;

import org.jspecify.annotations.NullMarked;
