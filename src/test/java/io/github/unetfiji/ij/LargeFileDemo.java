package io.github.unetfiji.ij;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.io.FileInfo;
import ij.io.TiffDecoder;
import ij.plugin.FileInfoVirtualStack;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import io.github.unetfiji.stack.PlaneSource;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Writes a result of more than 4 GB and opens it as ImageJ does: a calibrated hyperstack with its labels, on disk. Needs
 * 4.6 GB on the disk. Argument: a folder.
 *
 * <pre>
 * mvn -q -B test-compile exec:exec -Dexec.executable=java -Dexec.classpathScope=test \
 *     "-Dexec.args=-Xmx1g -cp %classpath io.github.unetfiji.ij.LargeFileDemo FOLDER"
 * </pre>
 */
final class LargeFileDemo {

    private static final int SIDE = 4096;
    private static final int SLICES = 34;
    private static final int FRAMES = 2;

    private LargeFileDemo() {}

    public static void main(final String[] args) throws Exception {
        System.setProperty("java.awt.headless", "true");
        final Path file = Path.of(args[0], "large-file.tif").toAbsolutePath();
        final ImagePlus like = new ImagePlus("like", new Empty());
        like.setDimensions(1, SLICES / FRAMES, FRAMES);
        like.getCalibration().setUnit("nm");
        like.getCalibration().pixelWidth = 4;
        like.getCalibration().pixelDepth = 50;
        final ImagePlus result =
                ResultImage.streamed(new Numbered(), like, "large", List.of("background", "cell"));
        ResultStamp.put(result, "stamp");
        try {
            final long start = System.nanoTime();
            ImageFiles.writeTiff(result, file);
            System.out.printf(
                    "%d bytes in %.1f s%n", Files.size(file), (System.nanoTime() - start) / 1e9);
            final FileInfo[] info =
                    new TiffDecoder(file.getParent() + File.separator, "large-file.tif")
                            .getTiffInfo();
            System.out.printf("%d directory, %d images%n", info.length, info[0].nImages);
            show("ImageFiles", ImageFiles.open(file));
            show("ImageJ", FileInfoVirtualStack.openVirtual(file.toString()));
            System.out.println("stamp: " + ResultStamp.isOn(file, "stamp"));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void show(final String who, final ImagePlus image) {
        final ImageStack stack = image.getStack();
        final float[] last = (float[]) stack.getPixels(2 * SLICES);
        System.out.printf(
                "%s: %dx%d, %d channels, %d slices, %d frames, %s, %s px, composite %b, hyperstack %b,"
                        + " virtual %b, last plane '%s' %.1f..%.1f%n",
                who,
                image.getWidth(),
                image.getHeight(),
                image.getNChannels(),
                image.getNSlices(),
                image.getNFrames(),
                image.getCalibration().getUnit(),
                IJ.d2s(image.getCalibration().pixelDepth),
                image.isComposite(),
                image.isHyperStack(),
                stack.isVirtual(),
                stack.getSliceLabel(2 * SLICES),
                last[0],
                last[last.length - 1]);
    }

    /** Every plane holds its number. */
    private static final class Numbered implements PlaneSource {

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
            return SLICES;
        }

        @Override
        public int channels() {
            return 2;
        }

        @Override
        public Object plane(final int slice, final int channel) {
            final float[] plane = new float[SIDE * SIDE];
            Arrays.fill(plane, 2 * slice + channel + 1);
            return plane;
        }
    }

    /** What was segmented. */
    private static final class Empty extends VirtualStack {

        Empty() {
            super(SIDE, SIDE, SLICES);
        }

        @Override
        public ImageProcessor getProcessor(final int n) {
            return new ByteProcessor(SIDE, SIDE);
        }

        @Override
        public String getSliceLabel(final int n) {
            return "section " + n;
        }
    }
}
