/** What staff see of a running collection: read with their own token, so that they see what they may. */
@NullMarked
package cn.lingpao.portal.fieldwork;

import org.jspecify.annotations.NullMarked;
