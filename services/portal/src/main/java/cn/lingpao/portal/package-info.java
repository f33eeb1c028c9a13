/** The public results site. */
@NullMarked
package cn.lingpao.portal;

import org.jspecify.annotations.NullMarked;
