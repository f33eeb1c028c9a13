/** Reads campaign files and points at every fault in them. */
@NullMarked
package cn.lingpao.targetregistry.adapter.yaml;

import org.jspecify.annotations.NullMarked;
