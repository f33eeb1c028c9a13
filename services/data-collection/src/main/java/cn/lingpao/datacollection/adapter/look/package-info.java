/** Looks at captured bytes: Tika names their type, the JDK draws a small picture of an image. */
@NullMarked
package cn.lingpao.datacollection.adapter.look;

import org.jspecify.annotations.NullMarked;
