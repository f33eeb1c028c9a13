/** What pages of Chinese government sites say: dates, lists, meta tags, codes, footers, guides, forms; nothing here fetches. */
@NullMarked
package cn.lingpao.inspection.reading;

import org.jspecify.annotations.NullMarked;
