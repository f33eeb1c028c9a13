/** What an observation is and when it may be taken in. */
@NullMarked
package cn.lingpao.datacollection.domain;

import org.jspecify.annotations.NullMarked;
