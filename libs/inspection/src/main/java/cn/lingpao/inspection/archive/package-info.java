/** Keeps every exchange as WARC 1.1 records, as it was received on the wire. */
@NullMarked
package cn.lingpao.inspection.archive;

import org.jspecify.annotations.NullMarked;
