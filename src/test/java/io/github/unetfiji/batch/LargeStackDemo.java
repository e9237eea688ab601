package io.github.unetfiji.batch;

import ij.ImagePlus;
import ij.VirtualStack;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import io.github.unetfiji.Progress;
import io.github.unetfiji.command.SegmentFilesCommand;
import io.github.unetfiji.engine.ComputeDevice;
import io.github.unetfiji.engine.DeviceMemory;
import io.github.unetfiji.engine.Network;
import io.github.unetfiji.ij.ImageFiles;
import io.github.unetfiji.ij.ImagePlusSlices;
import io.github.unetfiji.model.ModelPackage;
import io.github.unetfiji.model.UNetModel;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Parameters;
import io.github.unetfiji.network.Precision;
import io.github.unetfiji.phantom.Phantom;
import io.github.unetfiji.phantom.PhantomSettings;
import io.github.unetfiji.segment.TileForecast;
import io.github.unetfiji.segment.TileSize;
import io.github.unetfiji.segment.TiledInference;
import io.github.unetfiji.stack.Normalization;
import io.github.unetfiji.stack.NormalizedSlices;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.command.CommandService;

/**
 * {@code U-Net Segment Files...} on a stack of 4096x4096 px, 8 bits, from file to file: time against the
 * network alone, memory (Linux), and whether the result is that of a crop in memory, cut in three ways.
 * Arguments: slices (64), features (16), side of the tiles (0 = planned), width and height (4096), and 1 to
 * segment it thrice, as planned and in tiles of 572 and 380 px, and compare the files, of which two need 8.6 GB each.
 *
 * <pre>
 * mvn -q -B test-compile exec:exec -Dexec.executable=java -Dexec.classpathScope=test \
 *     "-Dexec.args=-Xmx1g -cp %classpath io.github.unetfiji.batch.LargeStackDemo 64"
 * </pre>
 */
final class LargeStackDemo {

    private static final String RESULT = "large-probabilities.tif";
    private static final String FIRST = "first.tif";
    private static final int PHANTOM = 512;
    private static final int CROP = 1024;
    private static final int CORNER = 1024;

    private final int side;
    private final int slices;
    private final int tile;
    private final Path folder = Files.createTempDirectory("large-stack");
    private final Path input = folder.resolve("large.tif");
    private final Path model = folder.resolve("model.zip");
    private final Architecture architecture;
    private final Parameters parameters;

    private LargeStackDemo(final int slices, final int features, final int tile, final int side)
            throws IOException {
        this.slices = slices;
        this.tile = tile;
        this.side = side;
        architecture = Architecture.of(4, features, 1, 2);
        parameters = Parameters.initial(architecture, 1);
    }

    public static void main(final String[] args) throws Exception {
        System.setProperty("java.awt.headless", "true");
        final LargeStackDemo demo =
                new LargeStackDemo(
                        argument(args, 0, 64),
                        argument(args, 1, 16),
                        argument(args, 2, 0),
                        argument(args, 3, 4096));
        try {
            demo.prepare();
            if (argument(args, 4, 0) == 0) {
                demo.measure();
            } else {
                demo.seams();
            }
        } finally {
            for (final String name : List.of("large.tif", "model.zip", RESULT, FIRST)) {
                Files.deleteIfExists(demo.folder.resolve(name));
            }
            Files.delete(demo.folder);
        }
    }

    private static int argument(final String[] args, final int index, final int otherwise) {
        return args.length > index ? Integer.parseInt(args[index]) : otherwise;
    }

    private void prepare() {
        ImageFiles.writeTiff(new ImagePlus("large", new Repeated(side, slices)), input);
        ModelPackage.write(
                new UNetModel(
                        "large",
                        architecture,
                        parameters,
                        Normalization.of("stack"),
                        List.of("background", "cell"),
                        Map.of()),
                model);
    }

    /** The whole stack, cut in three ways: the largest difference of the files. */
    private void seams() throws Exception {
        for (final int cut : new int[] {0, 572, 380}) {
            final TileSize size = TileSize.within(cut, DeviceMemory.free(ComputeDevice.CPU));
            final TileForecast plan =
                    TileForecast.of(architecture, Precision.FLOAT32, size, side, side);
            final long start = System.nanoTime();
            segment(cut);
            final double wall = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%d tiles of %dx%d px a slice, %.1f s: ",
                    plan.tiles(),
                    plan.tileWidth(),
                    plan.tileHeight(),
                    wall);
            if (cut == 0) {
                Files.move(folder.resolve(RESULT), folder.resolve(FIRST));
                System.out.println("the first plan");
            } else {
                System.out.printf(
                        Locale.ROOT, "largest difference to the first %.1e%n", difference());
            }
        }
    }

    private double difference() {
        final ImagePlus first = ImageFiles.open(folder.resolve(FIRST));
        final ImagePlus other = ImageFiles.open(folder.resolve(RESULT));
        double largest = 0;
        for (int plane = 1; plane <= 2 * slices; plane++) {
            final float[] one = (float[]) first.getStack().getPixels(plane);
            final float[] two = (float[]) other.getStack().getPixels(plane);
            for (int i = 0; i < one.length; i++) {
                largest = Math.max(largest, Math.abs(one[i] - two[i]));
            }
        }
        return largest;
    }

    private void measure() throws Exception {
        final TileSize size = TileSize.within(tile, DeviceMemory.free(ComputeDevice.CPU));
        final TileForecast forecast =
                TileForecast.of(architecture, Precision.FLOAT32, size, side, side);
        System.out.println(forecast.sentence(slices, DeviceMemory.free(ComputeDevice.CPU)));
        try (Network network =
                Network.forInference(
                        architecture, parameters, ComputeDevice.CPU, Precision.FLOAT32)) {
            final double before = networkSeconds(network, forecast);
            reset();
            final long start = System.nanoTime();
            segment(tile);
            final double wall = (System.nanoTime() - start) / 1e9;
            memory(forecast);
            final double after = networkSeconds(network, forecast);
            final double alone = (before + after) / 2 * forecast.tiles() * slices;
            System.out.printf(
                    Locale.ROOT,
                    "command %.1f s, network alone %.1f s (a tile %.2f s before, %.2f s after),"
                            + " ratio %.3f%n",
                    wall,
                    alone,
                    before,
                    after,
                    wall / alone);
            compare(network);
        }
    }

    private void segment(final int cut) throws Exception {
        try (Context context = new Context(CommandService.class, StatusService.class)) {
            context.service(CommandService.class)
                    .run(
                            SegmentFilesCommand.class,
                            false,
                            "input",
                            input.toFile(),
                            "into",
                            folder.toFile(),
                            "model",
                            model.toFile(),
                            "tile",
                            cut)
                    .get();
        }
    }

    /** Mean of three runs after one that warms up. */
    private static double networkSeconds(final Network network, final TileForecast forecast) {
        final int w = forecast.tileWidth();
        final int h = forecast.tileHeight();
        final float[] pixels = new float[w * h];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i % 977 / 400f - 1;
        }
        network.probabilities(pixels, w, h);
        final long start = System.nanoTime();
        for (int i = 0; i < 3; i++) {
            network.probabilities(pixels, w, h);
        }
        return (System.nanoTime() - start) / 3e9;
    }

    /** The crop, normalised as the whole stack, cut in three ways; its inside against the file. */
    private void compare(final Network network) {
        final ImagePlus large = ImageFiles.open(input);
        final float[] slice =
                NormalizedSlices.of(
                                ImagePlusSlices.of(large), Normalization.of("stack"), Progress.NONE)
                        .slice(slices - 1);
        final float[] crop = new float[CROP * CROP];
        for (int y = 0; y < CROP; y++) {
            System.arraycopy(slice, (CORNER + y) * side + CORNER, crop, y * CROP, CROP);
        }
        final ImagePlus result = ImageFiles.open(folder.resolve(RESULT));
        final float[] written = (float[]) result.getStack().getPixels(2 * slices);
        // NB: the pixels of a block of the pooling grid see what lies a halo around the block.
        final int grid = architecture.tileGeometry().alignment();
        final int seen = (architecture.tileGeometry().halo() + grid - 1) / grid * grid;
        float[] first = null;
        for (final int cut : new int[] {0, 572, 380}) {
            final float[] p =
                    new TiledInference(network, TileSize.of(cut))
                            .probabilities(crop, CROP, CROP, Progress.NONE);
            first = first == null ? p : first;
            double seam = 0;
            for (int i = 0; i < p.length; i++) {
                seam = Math.max(seam, Math.abs(p[i] - first[i]));
            }
            double worst = 0;
            for (int y = seen; y < CROP - seen; y++) {
                for (int x = seen; x < CROP - seen; x++) {
                    final float there = written[(CORNER + y) * side + CORNER + x];
                    worst = Math.max(worst, Math.abs(p[CROP * CROP + y * CROP + x] - there));
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "tile %s: crop against the file %.1e, against the first plan %.1e%n",
                    cut == 0 ? "planned" : cut + " px",
                    worst,
                    seam);
        }
    }

    private static void reset() throws IOException, InterruptedException {
        System.gc();
        Thread.sleep(2000);
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
        Files.writeString(Path.of("/proc/self/clear_refs"), "5");
        System.out.printf("before: RSS %d MB%n", status("VmRSS"));
    }

    private static List<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static void memory(final TileForecast forecast) throws IOException {
        final long heap =
                pools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20;
        System.out.printf(
                "peak RSS %d MB: Java heap at most %d MB of %d, a tile by estimate %d MB, the rest is"
                        + " libtorch, the JVM and files%n",
                status("VmHWM"),
                heap,
                Runtime.getRuntime().maxMemory() >> 20,
                forecast.bytes() >> 20);
    }

    private static long status(final String key) throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith(key + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(-1);
    }

    /** A phantom side by side, made when it is read. */
    private static final class Repeated extends VirtualStack {

        private final int side;
        private final Phantom phantom;

        Repeated(final int side, final int slices) {
            super(side, side, slices);
            this.side = side;
            phantom =
                    Phantom.of(
                            PhantomSettings.builder()
                                    .setWidth(PHANTOM)
                                    .setHeight(PHANTOM)
                                    .setSlices(slices)
                                    .setSeed(1)
                                    .build());
        }

        @Override
        public ImageProcessor getProcessor(final int n) {
            final byte[] small = phantom.slice(n - 1).image();
            final byte[] pixels = new byte[side * side];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = small[i / side % PHANTOM * PHANTOM + i % side % PHANTOM];
            }
            return new ByteProcessor(side, side, pixels);
        }

        @Override
        public Object getPixels(final int n) {
            return getProcessor(n).getPixels();
        }

        @Override
        public String getSliceLabel(final int n) {
            return null;
        }
    }
}
