/** Visits, by the inspection library, each run in a folder of its own. */
@NullMarked
package cn.lingpao.sitecollector.adapter.inspection;

import org.jspecify.annotations.NullMarked;
