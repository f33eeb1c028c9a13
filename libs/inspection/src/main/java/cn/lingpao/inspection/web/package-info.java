/** Fetches from the open web politely and safely: whatever a site does becomes a capture with a cause. */
@NullMarked
package cn.lingpao.inspection.web;

import org.jspecify.annotations.NullMarked;
