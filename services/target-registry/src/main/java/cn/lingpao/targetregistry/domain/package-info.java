/** The rules of frameworks, campaigns, targets and participation; plain Java. */
@NullMarked
package cn.lingpao.targetregistry.domain;

import org.jspecify.annotations.NullMarked;
