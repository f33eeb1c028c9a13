/** The workbench of the staff: the board, the tasks and the evidence of a running collection. */
@NullMarked
package cn.lingpao.portal.workbench;

import org.jspecify.annotations.NullMarked;
