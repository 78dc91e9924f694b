package insight.monitor;

/** An alert was raised, acknowledged or resolved. */
public record AlertChanged(long alertId, Alert.State state, Severity severity, String ruleName) {}
