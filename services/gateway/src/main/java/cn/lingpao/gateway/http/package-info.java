/** What happens to a request and its answer on their way through the gateway. */
@NullMarked
package cn.lingpao.gateway.http;

import org.jspecify.annotations.NullMarked;
