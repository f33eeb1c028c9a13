/** What the review hears from the log and the registry. */
@NullMarked
package cn.lingpao.evidencereview.adapter.kafka;

import org.jspecify.annotations.NullMarked;
