/** Why a score is what it is: as a tree from the score to its verdicts, as text, and as the difference of two moments. */
@NullMarked
package cn.lingpao.methodology.explanation;

import org.jspecify.annotations.NullMarked;
