package insight.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.learn.cluster.Clustering;
import insight.learn.cluster.DensityGroups;
import insight.learn.cluster.Hierarchy;
import insight.learn.cluster.RuleTree;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A model of each kind, stored by the version that brought it, must load in all later ones. */
class StoredModelsTest {
  private static byte[] stored(String name) throws IOException {
    try (var in = StoredModelsTest.class.getResourceAsStream("/insight/learn/" + name)) {
      return in == null ? new byte[0] : in.readAllBytes();
    }
  }

  @Test
  void kMeansOfLayoutTwoLoads() throws IOException {
    Clustering model = Clustering.fromBytes(stored("k-means-2.bin"));
    assertEquals(3, model.k());
    assertEquals("cosine", model.distance().word());
    assertArrayEquals(stored("k-means-2.bin"), model.toBytes());
  }

  @Test
  void wardLoads() throws IOException {
    Hierarchy model = Hierarchy.fromBytes(stored("ward-1.bin"));
    assertEquals(3, model.groups().k());
    assertEquals(72, model.tree().leaves());
    assertArrayEquals(stored("ward-1.bin"), model.toBytes());
  }

  @Test
  void densityLoads() throws IOException {
    DensityGroups model = DensityGroups.fromBytes(stored("hdbscan-1.bin"));
    assertTrue(model.k() >= 2);
    assertArrayEquals(stored("hdbscan-1.bin"), model.toBytes());
  }

  @Test
  void aTreeLoadsAndItsRulesCanBeRead() throws IOException {
    RuleTree model = RuleTree.fromBytes(stored("tree-1.bin"));
    assertEquals("monetary", model.outcome());
    assertTrue(model.rule(0).size() >= 1);
    assertArrayEquals(stored("tree-1.bin"), model.toBytes());
  }
}
