/** The store kit of scoring. */
@NullMarked
package cn.lingpao.scoring.adapter.mongo;

import org.jspecify.annotations.NullMarked;
