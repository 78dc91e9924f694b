package insight.train;

/** A training run ended well and its model version is registered. */
public record TrainingFinished(long runId, String task, long modelId) {}
