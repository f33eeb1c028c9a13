/** How firm a ranking is: draws over weights and open values, other weights, removed indicators, sensitivity indices. */
@NullMarked
package cn.lingpao.methodology.uncertainty;

import org.jspecify.annotations.NullMarked;
