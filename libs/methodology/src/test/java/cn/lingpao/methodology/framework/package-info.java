/** What a framework document may say, and every way in which it is refused. */
@NullMarked
package cn.lingpao.methodology.framework;

import org.jspecify.annotations.NullMarked;
