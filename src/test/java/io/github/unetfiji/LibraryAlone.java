package io.github.unetfiji;

import io.github.unetfiji.dataset.AnnotatedImage;
import io.github.unetfiji.dataset.LabelSource;
import io.github.unetfiji.engine.ComputeDevice;
import io.github.unetfiji.labels.LabelMap;
import io.github.unetfiji.model.ModelPackage;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.phantom.Phantom;
import io.github.unetfiji.phantom.PhantomSettings;
import io.github.unetfiji.segment.SegmentationOptions;
import io.github.unetfiji.segment.Segmenter;
import io.github.unetfiji.stack.Axis;
import io.github.unetfiji.stack.CalibratedImage;
import io.github.unetfiji.stack.SliceSource;
import io.github.unetfiji.training.Training;
import io.github.unetfiji.training.TrainingKeys;
import io.github.unetfiji.training.TrainingSettings;
import java.nio.file.Path;
import java.util.List;
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

    private LibraryAlone() {}

    /**
     * Prints how many pixels of a slice are of which class.
     *
     * @param args the model file to write
     */
    public static void main(final String[] args) {
        final Path file = Path.of(args[0]);
        final Cells cells =
                new Cells(
                        Phantom.of(
                                PhantomSettings.builder()
                                        .setWidth(SIDE)
                                        .setHeight(SIDE)
                                        .setSlices(3)
                                        .setSeed(1)
                                        .build()));
        final TrainingSettings settings =
                TrainingSettings.builder()
                        .with(Architecture.DEPTH, 1)
                        .with(Architecture.FEATURES, 4)
                        .with(TrainingKeys.PATCH, 36)
                        .with(TrainingKeys.ITERATIONS, 10)
                        .with(TrainingKeys.EVERY, 5)
                        .with(TrainingKeys.VALIDATION, "3")
                        .build();
        Training.of("cells", List.of(new AnnotatedImage("cells", cells, cells.labels())), settings)
                .optModelFile(file)
                .run();
        try (Segmenter segmenter =
                Segmenter.of(
                        ModelPackage.read(file),
                        SegmentationOptions.builder().optDevice(ComputeDevice.CPU).build())) {
            final CalibratedImage<UnsignedByteType> classes =
                    segmenter.segment(cells.image()).classes();
            int background = 0;
            for (final UnsignedByteType pixel : Views.hyperSlice(classes.pixels(), 2, 0)) {
                background += pixel.get() == 0 ? 1 : 0;
            }
            System.out.println(background + " + " + (SIDE * SIDE - background));
        }
    }

    /** A synthetic stack. */
    private record Cells(Phantom phantom) implements SliceSource {

        @Override
        public int width() {
            return SIDE;
        }

        @Override
        public int height() {
            return SIDE;
        }

        @Override
        public int channels() {
            return 1;
        }

        @Override
        public int slices() {
            return phantom.settings().slices();
        }

        @Override
        public float[] slice(final int index) {
            final byte[] gray = phantom.slice(index).image();
            final float[] values = new float[gray.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = gray[i] & 0xff;
            }
            return values;
        }

        CalibratedImage<UnsignedByteType> image() {
            final byte[] gray = new byte[SIDE * SIDE * slices()];
            for (int z = 0; z < slices(); z++) {
                System.arraycopy(phantom.slice(z).image(), 0, gray, z * SIDE * SIDE, SIDE * SIDE);
            }
            return CalibratedImage.of(
                    "cells",
                    ArrayImgs.unsignedBytes(gray, SIDE, SIDE, slices()),
                    Axis.X,
                    Axis.Y,
                    Axis.Z);
        }

        LabelSource labels() {
            return new Labels(phantom);
        }
    }

    private record Labels(Phantom phantom) implements LabelSource {

        @Override
        public int width() {
            return SIDE;
        }

        @Override
        public int height() {
            return SIDE;
        }

        @Override
        public int slices() {
            return phantom.settings().slices();
        }

        @Override
        public LabelMap slice(final int index) {
            final byte[] mask = phantom.slice(index).labels();
            final int[] labels = new int[mask.length];
            for (int i = 0; i < labels.length; i++) {
                labels[i] = mask[i] & 0xff;
            }
            return LabelMap.of(labels, SIDE, SIDE);
        }
    }
}
