/** Observations and rejections as projected into the document store. */
@NullMarked
package cn.lingpao.datacollection.adapter.mongo;

import org.jspecify.annotations.NullMarked;
