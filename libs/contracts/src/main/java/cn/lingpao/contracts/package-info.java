/** The published language of the platform: events, reference data and the topic table. No Spring, no behaviour. */
@NullMarked
package cn.lingpao.contracts;

import org.jspecify.annotations.NullMarked;
