/**
 * Floor 9: figures against targets, alerts when something leaves its range, and the pipeline: lane
 * by lane, what flowed and what waits for a person.
 *
 * <p>Promises: a figure carries n, an interval where it is a mean or a share, and "as of"; amounts
 * of different currencies are never added; an alert fires once, can be acknowledged, and resolves
 * when its condition no longer holds; importing old events fires nothing about the past. Words:
 * KPI, target, rule, alert (firing, acknowledged, resolved; silenced is to come), lane. Tables:
 * {@code mo_}. Events: {@link insight.monitor.AlertChanged}, {@link
 * insight.monitor.AlertRuleChanged}.
 */
@NullMarked
package insight.monitor;

import org.jspecify.annotations.NullMarked;
