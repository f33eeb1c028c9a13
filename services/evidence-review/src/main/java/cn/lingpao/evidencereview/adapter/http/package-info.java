/** The reviewers' questions and decisions over HTTP. */
@NullMarked
package cn.lingpao.evidencereview.adapter.http;

import org.jspecify.annotations.NullMarked;
