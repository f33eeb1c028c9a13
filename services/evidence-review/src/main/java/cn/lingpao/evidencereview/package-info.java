/** Turns observations into verdicts, with as many people between as the framework asks for. */
@NullMarked
package cn.lingpao.evidencereview;

import org.jspecify.annotations.NullMarked;
