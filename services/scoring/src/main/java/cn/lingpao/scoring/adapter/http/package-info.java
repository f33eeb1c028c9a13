/** The HTTP API of scoring. */
@NullMarked
package cn.lingpao.scoring.adapter.http;

import org.jspecify.annotations.NullMarked;
