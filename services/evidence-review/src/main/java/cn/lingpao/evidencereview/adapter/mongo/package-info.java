/** Cells in the document store, and the verdicts that wait in them to be told. */
@NullMarked
package cn.lingpao.evidencereview.adapter.mongo;

import org.jspecify.annotations.NullMarked;
