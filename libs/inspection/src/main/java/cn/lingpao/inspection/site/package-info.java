/** The pages of a channel as a visitor finds them: home page, columns, articles, guides; each fetched once. */
@NullMarked
package cn.lingpao.inspection.site;

import org.jspecify.annotations.NullMarked;
