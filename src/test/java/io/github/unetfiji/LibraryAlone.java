package io.github.unetfiji;

import io.github.unetfiji.dataset.AnnotatedImage;
import io.github.unetfiji.engine.ComputeDevice;
import io.github.unetfiji.model.ModelPackage;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.phantom.Phantom;
import io.github.unetfiji.phantom.PhantomSettings;
import io.github.unetfiji.phantom.PhantomSlice;
import io.github.unetfiji.segment.SegmentationOptions;
import io.github.unetfiji.segment.Segmenter;
import io.github.unetfiji.stack.Axis;
import io.github.unetfiji.stack.CalibratedImage;
import io.github.unetfiji.training.Training;
import io.github.unetfiji.training.TrainingKeys;
import io.github.unetfiji.training.TrainingSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;

/**
 * A program that uses the library without ImageJ: trains, saves, reads and segments. {@link WithoutImageJTest} runs it.
 *
 * <p>NB: it knows no class of the tests, which know ImageJ.
 */
final class LibraryAlone {

    private static final int SIDE = 64;
    private static final int SLICES = 3;

    private LibraryAlone() {}

    /**
     * Prints how many pixels of a slice are of which class.
     *
     * @param args the model file to write
     */
    public static void main(final String[] args) {
        final Path file = Path.of(args[0]);
        final CalibratedImage<UnsignedByteType> image = stack("cells", PhantomSlice::image);
        final CalibratedImage<UnsignedByteType> labels = stack("labels", PhantomSlice::labels);
        final TrainingSettings settings =
                TrainingSettings.builder()
                        .with(Architecture.DEPTH, 1)
                        .with(Architecture.FEATURES, 4)
                        .with(TrainingKeys.PATCH, 36)
                        .with(TrainingKeys.ITERATIONS, 10)
                        .with(TrainingKeys.EVERY, 5)
                        .with(TrainingKeys.VALIDATION, "3")
                        .build();
        Training.of("cells", List.of(AnnotatedImage.of(image, labels)), settings)
                .optModelFile(file)
                .run();
        try (Segmenter segmenter =
                Segmenter.of(
                        ModelPackage.read(file),
                        SegmentationOptions.builder().optDevice(ComputeDevice.CPU).build())) {
            final CalibratedImage<UnsignedByteType> classes = segmenter.segment(image).classes();
            int background = 0;
            for (final UnsignedByteType pixel : Views.hyperSlice(classes.pixels(), 2, 0)) {
                background += pixel.get() == 0 ? 1 : 0;
            }
            System.out.println(background + " + " + (SIDE * SIDE - background));
        }
    }

    /** A part of a synthetic stack, (x, y, z). */
    private static CalibratedImage<UnsignedByteType> stack(
            final String name, final Function<PhantomSlice, byte[]> part) {
        final Phantom phantom =
                Phantom.of(
                        PhantomSettings.builder()
                                .setWidth(SIDE)
                                .setHeight(SIDE)
                                .setSlices(SLICES)
                                .setSeed(1)
                                .build());
        final byte[] values = new byte[SIDE * SIDE * SLICES];
        for (int z = 0; z < SLICES; z++) {
            final byte[] slice = part.apply(phantom.slice(z));
            System.arraycopy(slice, 0, values, z * slice.length, slice.length);
        }
        return CalibratedImage.of(
                name, ArrayImgs.unsignedBytes(values, SIDE, SIDE, SLICES), Axis.X, Axis.Y, Axis.Z);
    }
}
