/** What can be asked of the registry, and what it needs from outside to do it. */
@NullMarked
package cn.lingpao.targetregistry.application;

import org.jspecify.annotations.NullMarked;
