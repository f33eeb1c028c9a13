/** Dead letters and their way back: what a consumer could not process is listed, replayed or discarded, each once. */
@NullMarked
package cn.lingpao.cli.deadletter;

import org.jspecify.annotations.NullMarked;
