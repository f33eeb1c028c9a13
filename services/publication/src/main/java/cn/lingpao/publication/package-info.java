/** Releases of a campaign under its disclosure policy, and the public results API. */
@NullMarked
package cn.lingpao.publication;

import org.jspecify.annotations.NullMarked;
