/** Wires the service. */
@NullMarked
package cn.lingpao.targetregistry.config;

import org.jspecify.annotations.NullMarked;
