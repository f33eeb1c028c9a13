/** Reading batches of one JSON object a line, so that each row can be answered for itself. */
@NullMarked
package cn.lingpao.servicesupport.rows;

import org.jspecify.annotations.NullMarked;
