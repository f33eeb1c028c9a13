/** What is due in a campaign, by whom and until when, and what people do about it. */
@NullMarked
package cn.lingpao.datacollection.domain.plan;

import org.jspecify.annotations.NullMarked;
