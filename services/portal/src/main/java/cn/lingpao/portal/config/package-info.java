/** Every bean of the portal. */
@NullMarked
package cn.lingpao.portal.config;

import org.jspecify.annotations.NullMarked;
