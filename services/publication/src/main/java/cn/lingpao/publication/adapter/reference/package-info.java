/** The register as the compacted topics tell it. */
@NullMarked
package cn.lingpao.publication.adapter.reference;

import org.jspecify.annotations.NullMarked;
