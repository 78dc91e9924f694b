/**
 * Floor 9: figures against targets, and alerts when something leaves its range.
 *
 * <p>Promises: a figure carries n, an interval where it is a mean or a share, and "as of"; amounts
 * of different currencies are never added; an alert fires once, can be acknowledged, and resolves
 * when its condition no longer holds; importing old events fires nothing about the past. Words:
 * KPI, target, rule, alert (firing, acknowledged, silenced, resolved). Tables: {@code mo_}. Events:
 * {@link insight.monitor.AlertChanged}.
 */
@NullMarked
package insight.monitor;

import org.jspecify.annotations.NullMarked;
