/** Visits the web channels of targets and decides what a machine can decide about them, with evidence. */
@NullMarked
package cn.lingpao.inspection;

import org.jspecify.annotations.NullMarked;
