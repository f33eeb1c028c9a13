/** The whole product in one process: broker, document store, development issuer and every service. */
@NullMarked
package cn.lingpao.standalone;

import org.jspecify.annotations.NullMarked;
