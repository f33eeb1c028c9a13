/** The one door: every request from outside enters here and is routed, checked, limited and protected from a service that is down. */
@NullMarked
package cn.lingpao.gateway;

import org.jspecify.annotations.NullMarked;
