/** Runs over HTTP. */
@NullMarked
package cn.lingpao.sitecollector.adapter.http;

import org.jspecify.annotations.NullMarked;
