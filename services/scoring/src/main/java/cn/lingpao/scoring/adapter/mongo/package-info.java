/** Score sheets and rankings in MongoDB. */
@NullMarked
package cn.lingpao.scoring.adapter.mongo;

import org.jspecify.annotations.NullMarked;
