/** Runs in the document store. */
@NullMarked
package cn.lingpao.sitecollector.adapter.mongo;

import org.jspecify.annotations.NullMarked;
