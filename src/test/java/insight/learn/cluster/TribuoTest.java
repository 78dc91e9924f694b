package insight.learn.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.RuntimeVersion;
import org.junit.jupiter.api.Test;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.clustering.ClusterID;
import org.tribuo.clustering.ClusteringFactory;
import org.tribuo.clustering.kmeans.KMeansModel;
import org.tribuo.clustering.kmeans.KMeansTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.distance.L2Distance;
import org.tribuo.protos.core.ModelProto;
import org.tribuo.provenance.SimpleDataSourceProvenance;

class TribuoTest {
  /** Tribuo's code was generated for protobuf 3.25; the portal carries the 4.x that Tink needs. */
  @Test
  void aTribuoModelIsStoredAndLoadedWithTheNewerProtobuf() throws InvalidProtocolBufferException {
    assertEquals(4, RuntimeVersion.MAJOR);
    var factory = new ClusteringFactory();
    var data = new MutableDataset<>(new SimpleDataSourceProvenance("test", factory), factory);
    for (double value : new double[] {1, 2, 10, 11}) {
      data.add(
          new ArrayExample<>(
              ClusteringFactory.UNASSIGNED_CLUSTER_ID,
              new String[] {"a", "b"},
              new double[] {value, -value}));
    }
    var trainer = new KMeansTrainer(2, 10, new L2Distance(), 1, 1);
    KMeansModel model = trainer.train(data);
    byte[] stored = model.serialize().toByteArray();
    Model<?> loaded = Model.deserialize(ModelProto.parseFrom(stored));
    Model<ClusterID> typed = loaded.castModel(ClusterID.class);
    assertEquals(model.getProvenance(), typed.getProvenance());
    assertArrayEquals(model.getCentroidVectors(), ((KMeansModel) typed).getCentroidVectors());
  }
}
