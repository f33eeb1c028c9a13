/** The registry over HTTP. */
@NullMarked
package cn.lingpao.targetregistry.adapter.http;

import org.jspecify.annotations.NullMarked;
