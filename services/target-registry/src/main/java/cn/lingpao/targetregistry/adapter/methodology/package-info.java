/** Checks framework documents with the methodology library. */
@NullMarked
package cn.lingpao.targetregistry.adapter.methodology;

import org.jspecify.annotations.NullMarked;
