/** The frameworks that ship with the platform, read and scored from the files that ship. */
@NullMarked
package cn.lingpao.methodology.sample;

import org.jspecify.annotations.NullMarked;
