/** The publisher's commands and the public results API. */
@NullMarked
package cn.lingpao.publication.adapter.http;

import org.jspecify.annotations.NullMarked;
