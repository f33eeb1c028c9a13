/** Renders a page in Chromium where there is one: screenshot, document and accessibility audit. */
@NullMarked
package cn.lingpao.inspection.browser;

import org.jspecify.annotations.NullMarked;
