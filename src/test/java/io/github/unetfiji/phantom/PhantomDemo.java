package io.github.unetfiji.phantom;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Writes slices of a phantom and their labels as PNG: FOLDER SIDE SLICES [SEED [DIAMETER]]. */
public final class PhantomDemo {

    private PhantomDemo() {}

    public static void main(final String[] args) throws IOException {
        final int side = Integer.parseInt(args[1]);
        final PhantomSettings settings =
                PhantomSettings.builder()
                        .setWidth(side)
                        .setHeight(side)
                        .setSlices(Integer.parseInt(args[2]))
                        .setSeed(args.length > 3 ? Long.parseLong(args[3]) : 1)
                        .optCellDiameter(args.length > 4 ? Double.parseDouble(args[4]) : 40)
                        .build();
        final Phantom phantom = Phantom.of(settings);
        for (int z = 0; z < settings.slices(); z++) {
            final long start = System.nanoTime();
            final PhantomSlice slice = phantom.slice(z);
            System.out.printf("slice %d: %.2f s%n", z, (System.nanoTime() - start) * 1e-9);
            write(slice.image(), side, new File(args[0], "image" + z + ".png"));
            write(slice.labels(), side, new File(args[0], "labels" + z + ".png"));
        }
    }

    private static void write(final byte[] pixels, final int side, final File file)
            throws IOException {
        final BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, side, side, pixels);
        ImageIO.write(image, "png", file);
    }
}
