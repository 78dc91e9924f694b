package insight.learn;

/** What a training leaves: the model, and what made it. */
public record Trained<M>(M model, Provenance provenance) {}
