/** What every measurement needs: processes of their own, and a store that may be one of two. */
@NullMarked
package cn.lingpao.load.common;

import org.jspecify.annotations.NullMarked;
