/** Runs checks over many targets: ends by itself, resumes after a kill, leaves no cell without a verdict. */
@NullMarked
package cn.lingpao.inspection.run;

import org.jspecify.annotations.NullMarked;
