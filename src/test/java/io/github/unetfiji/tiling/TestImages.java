package io.github.unetfiji.tiling;

import java.util.Random;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.cell.CellImgFactory;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.position.FunctionRandomAccessible;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/** Images of noise, in types and memory layouts of all kinds. */
public final class TestImages {

    private TestImages() {}

    /**
     * An image of noise.
     *
     * @param type 0 .. 5
     */
    public static RandomAccessibleInterval<? extends RealType<?>> of(
            final int type, final Random random, final long... size) {
        return switch (type) {
            case 0 -> noise(ArrayImgs.unsignedBytes(size), random);
            case 1 -> noise(PlanarImgs.unsignedShorts(size), random);
            case 2 -> noise(new CellImgFactory<>(new FloatType(), 3).create(size), random);
            case 3 -> noise(ArrayImgs.doubles(size), random);
            case 4 -> noise(ArrayImgs.unsignedInts(size), random);
            default -> noBlocks(noise(ArrayImgs.unsignedBytes(size), random));
        };
    }

    /** An image that can only be read pixel by pixel: a function. */
    private static RandomAccessibleInterval<UnsignedByteType> noBlocks(
            final RandomAccessibleInterval<UnsignedByteType> image) {
        return Views.interval(
                new FunctionRandomAccessible<>(
                        image.numDimensions(),
                        (position, pixel) -> pixel.set(image.getAt(position)),
                        UnsignedByteType::new),
                image);
    }

    private static <T extends RealType<T>> RandomAccessibleInterval<T> noise(
            final RandomAccessibleInterval<T> image, final Random random) {
        LoopBuilder.setImages(image).forEachPixel(pixel -> pixel.setReal(random.nextInt(256)));
        return image;
    }
}
