package insight.train;

/** A model version went live; the one before it of this task retired. */
public record ModelPromoted(String task, long modelId) {}
