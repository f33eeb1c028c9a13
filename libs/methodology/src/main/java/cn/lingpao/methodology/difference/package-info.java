/** Says in words what changed from one version of a framework to another. */
@NullMarked
package cn.lingpao.methodology.difference;

import org.jspecify.annotations.NullMarked;
