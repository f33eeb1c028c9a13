/** The registry's documents, each written in one piece with the event it causes. */
@NullMarked
package cn.lingpao.targetregistry.adapter.mongo;

import org.jspecify.annotations.NullMarked;
