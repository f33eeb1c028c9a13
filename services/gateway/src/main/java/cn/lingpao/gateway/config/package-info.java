/** What the gateway is made of, and who may pass where. */
@NullMarked
package cn.lingpao.gateway.config;

import org.jspecify.annotations.NullMarked;
