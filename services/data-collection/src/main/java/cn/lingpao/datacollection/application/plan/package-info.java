/** Asks how far the plan of a campaign has come, and hands its tasks to people. */
@NullMarked
package cn.lingpao.datacollection.application.plan;

import org.jspecify.annotations.NullMarked;
