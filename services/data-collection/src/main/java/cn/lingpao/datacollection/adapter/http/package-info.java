/** The intake and the questions about it over HTTP. */
@NullMarked
package cn.lingpao.datacollection.adapter.http;

import org.jspecify.annotations.NullMarked;
