package io.github.unetfiji.segment;

import io.github.unetfiji.Progress;
import io.github.unetfiji.engine.ComputeDevice;
import io.github.unetfiji.engine.Network;
import io.github.unetfiji.model.ModelPackage;
import io.github.unetfiji.model.UNetModel;
import io.github.unetfiji.network.Precision;
import java.nio.file.Path;
import java.util.Random;

/**
 * Segments noise of 1800x1800 px in one large tile, which is halved where memory does not suffice. To be run by a process whose
 * memory is limited, here to 1600 MB of addresses on Linux:
 *
 * <pre>
 * mvn -q -B test-compile dependency:build-classpath -Dmdep.outputFile=target/cp.txt
 * export MALLOC_ARENA_MAX=1
 * (ulimit -v 1638400; java -Xmx500m -XX:CompressedClassSpaceSize=48m -XX:ReservedCodeCacheSize=96m -XX:+UseSerialGC \
 *     -cp target/test-classes:target/classes:$(cat target/cp.txt) io.github.unetfiji.segment.LowMemoryDemo)
 * </pre>
 *
 * <p>Seen with the EM model of the samples: without a limit 2.5 GB of addresses, 1.3 GB in memory; with 2300 and 2000 MB one tile
 * of 1996x1996 px became tiles of 796x1996 px, with 1800 and 1600 MB these became 796x796 px; the probabilities differ by at most
 * 3e-8.
 */
final class LowMemoryDemo {

    private static final int SIDE = 1800;
    private static final int TILE = 1996;

    private LowMemoryDemo() {}

    public static void main(final String[] args) {
        final UNetModel model = ModelPackage.read(Path.of("sample-data", "em-unet.zip"));
        final Random random = new Random(1);
        final float[] image = new float[SIDE * SIDE];
        for (int i = 0; i < image.length; i++) {
            image[i] = (float) random.nextGaussian();
        }
        try (Network network =
                Network.forInference(
                        model.architecture(),
                        model.parameters(),
                        ComputeDevice.CPU,
                        Precision.FLOAT32)) {
            final float[] result =
                    new TiledInference(network, TileSize.of(TILE))
                            .probabilities(image, SIDE, SIDE, Progress.NONE);
            System.out.println("the first probability is " + result[0]);
        }
    }
}
