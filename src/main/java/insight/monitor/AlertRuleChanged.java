package insight.monitor;

/** A rule was made or removed. */
public record AlertRuleChanged(long ruleId) {}
