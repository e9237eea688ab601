package io.github.unetfiji.segment;

import io.github.unetfiji.Progress;
import io.github.unetfiji.model.Models;
import io.github.unetfiji.phantom.Phantom;
import io.github.unetfiji.phantom.PhantomSettings;
import io.github.unetfiji.stack.Axis;
import io.github.unetfiji.stack.CalibratedImage;
import io.github.unetfiji.stack.Normalizer;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;

/**
 * A program segments with its own normalisation. The gamma of the detector changes the image; the logarithm turns the gamma into a
 * factor, which the model's built-in normalisation removes. A training with it is in {@code OwnMethodTest}.
 */
public final class NormalizerDemo {

    private static final int SIDE = 200;

    private NormalizerDemo() {}

    public static void main(final String[] args) {
        final Normalizer logarithm = (image, progress) -> image.map(NormalizerDemo::logarithm);
        final CalibratedImage<FloatType> image = phantom(1);
        final CalibratedImage<FloatType> other = phantom(0.5);
        try (Segmenter segmenter = Cpu.segmenter(Models.tiny(1, 2, "slice"))) {
            System.out.println(
                    "Largest difference of probabilities between two detectors, as they are: "
                            + difference(segmenter.segment(image), segmenter.segment(other)));
            System.out.println(
                    "The same of the logarithms: "
                            + difference(
                                    segmenter.segment(logarithm.normalized(image, Progress.NONE)),
                                    segmenter.segment(logarithm.normalized(other, Progress.NONE))));
        }
    }

    private static float[] logarithm(final float[] slice) {
        for (int i = 0; i < slice.length; i++) {
            slice[i] = (float) Math.log1p(slice[i]);
        }
        return slice;
    }

    /** A slice whose intensities are raised to a power. */
    private static CalibratedImage<FloatType> phantom(final double gamma) {
        final PhantomSettings settings =
                PhantomSettings.builder()
                        .setWidth(SIDE)
                        .setHeight(SIDE)
                        .setSlices(1)
                        .setSeed(1)
                        .build();
        final byte[] bytes = Phantom.of(settings).slice(0).image();
        final ArrayImg<FloatType, FloatArray> pixels = ArrayImgs.floats(SIDE, SIDE);
        final float[] values = pixels.update(null).getCurrentStorageArray();
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.pow(1 + (bytes[i] & 0xff), gamma) - 1;
        }
        return CalibratedImage.of("phantom", pixels, Axis.X, Axis.Y);
    }

    private static double difference(final Segmentation one, final Segmentation other) {
        final float[] first = one.probabilities(0);
        final float[] second = other.probabilities(0);
        double worst = 0;
        for (int i = 0; i < first.length; i++) {
            worst = Math.max(worst, Math.abs(first[i] - second[i]));
        }
        return worst;
    }
}
