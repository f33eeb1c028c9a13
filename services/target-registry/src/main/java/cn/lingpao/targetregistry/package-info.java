/** Keeps what an assessment is about: frameworks, campaigns with their phases, targets and their channels. */
@NullMarked
package cn.lingpao.targetregistry;

import org.jspecify.annotations.NullMarked;
