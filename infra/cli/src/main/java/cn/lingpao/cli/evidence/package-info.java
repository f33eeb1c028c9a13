/** Evidence as files: web archives checked record by record, and cut into parts that a request carries. */
@NullMarked
package cn.lingpao.cli.evidence;

import org.jspecify.annotations.NullMarked;
