/** The operators' command line: one class a command, each of them an ordinary call of the gateway's API. */
@NullMarked
package cn.lingpao.cli;

import org.jspecify.annotations.NullMarked;
