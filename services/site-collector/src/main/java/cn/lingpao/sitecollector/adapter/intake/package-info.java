/** Delivery to the intake over HTTP. */
@NullMarked
package cn.lingpao.sitecollector.adapter.intake;

import org.jspecify.annotations.NullMarked;
