/** Tests of how firm a ranking is. */
@NullMarked
package cn.lingpao.methodology.uncertainty;

import org.jspecify.annotations.NullMarked;
