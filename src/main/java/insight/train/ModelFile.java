package insight.train;

/**
 * What a model is made of.
 *
 * @param format e.g. {@code insight-item-knn/1}
 * @param sha256 in hex; checked when it is read
 */
@SuppressWarnings("ArrayRecordComponent") // read once by the stage that serves it
public record ModelFile(long modelId, String format, String sha256, byte[] content) {}
