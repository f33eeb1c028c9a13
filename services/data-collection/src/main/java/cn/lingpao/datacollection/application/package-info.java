/** The use cases of the intake and the ports they need. */
@NullMarked
package cn.lingpao.datacollection.application;

import org.jspecify.annotations.NullMarked;
