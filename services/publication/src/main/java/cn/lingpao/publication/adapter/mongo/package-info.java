/** Scores and releases in the document store. */
@NullMarked
package cn.lingpao.publication.adapter.mongo;

import org.jspecify.annotations.NullMarked;
