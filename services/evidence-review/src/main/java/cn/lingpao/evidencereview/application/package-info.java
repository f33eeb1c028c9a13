/** The use cases of the review and the ports they need. */
@NullMarked
package cn.lingpao.evidencereview.application;

import org.jspecify.annotations.NullMarked;
