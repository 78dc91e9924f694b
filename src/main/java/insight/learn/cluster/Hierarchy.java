package insight.learn.cluster;

import insight.learn.ModelReader;
import insight.learn.ModelWriter;

/**
 * Groups cut from a tree: a row belongs to the group whose mean is nearest.
 *
 * @param groups the means of the groups of the cut
 * @param tree the whole tree, over rows or over small groups of rows
 */
public record Hierarchy(Clustering groups, Dendrogram tree) {
  /** The name of the stored form. */
  public static final String FORMAT = "insight-ward/1";

  private static final String MAGIC = "INSWRD";
  private static final int LAYOUT = 1;

  /** The stored form; the same model gives the same bytes. */
  public byte[] toBytes() {
    ModelWriter writer = new ModelWriter(MAGIC, LAYOUT);
    groups.write(writer);
    tree.write(writer);
    return writer.toBytes();
  }

  /**
   * Reads a stored hierarchy.
   *
   * @throws insight.learn.UnreadableModel when the bytes are none
   */
  public static Hierarchy fromBytes(byte[] bytes) {
    ModelReader reader = new ModelReader(bytes, MAGIC, LAYOUT);
    Clustering groups = Clustering.read(reader);
    Dendrogram tree = Dendrogram.read(reader);
    reader.end();
    return new Hierarchy(groups, tree);
  }
}
