/** Web archives as WARC 1.1 (ISO 28500): taken apart record by record, and written so that replay tools open them. */
@NullMarked
package cn.lingpao.datacollection.adapter.warc;

import org.jspecify.annotations.NullMarked;
