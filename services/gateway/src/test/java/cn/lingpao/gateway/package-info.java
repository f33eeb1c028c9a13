/** The gateway between real HTTP clients and real HTTP stubs. */
@NullMarked
package cn.lingpao.gateway;

import org.jspecify.annotations.NullMarked;
