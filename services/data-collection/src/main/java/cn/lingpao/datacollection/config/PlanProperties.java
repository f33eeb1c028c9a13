package cn.lingpao.datacollection.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the plan is kept.
 *
 * @param escalateBefore how long before its deadline a cell that nobody has delivered is escalated
 */
@ConfigurationProperties("lingpao.plan")
record PlanProperties(@DefaultValue("3d") Duration escalateBefore) {}
