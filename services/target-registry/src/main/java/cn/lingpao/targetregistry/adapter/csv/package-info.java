/** Reads target tables row by row. */
@NullMarked
package cn.lingpao.targetregistry.adapter.csv;

import org.jspecify.annotations.NullMarked;
