/** The pages and what they show. */
@NullMarked
package cn.lingpao.portal.web;

import org.jspecify.annotations.NullMarked;
