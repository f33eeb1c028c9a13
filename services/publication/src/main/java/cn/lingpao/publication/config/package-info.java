/** Every bean of the service. */
@NullMarked
package cn.lingpao.publication.config;

import org.jspecify.annotations.NullMarked;
