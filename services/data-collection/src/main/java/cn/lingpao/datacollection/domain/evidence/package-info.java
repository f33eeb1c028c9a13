/** Evidence: bytes that were captured, under what circumstances, and what a later capture says about them. */
@NullMarked
package cn.lingpao.datacollection.domain.evidence;

import org.jspecify.annotations.NullMarked;
