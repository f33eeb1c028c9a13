/** How services tell each other facts: envelope, outbox relay, error routing and reference caches. */
@NullMarked
package cn.lingpao.eventing;

import org.jspecify.annotations.NullMarked;
