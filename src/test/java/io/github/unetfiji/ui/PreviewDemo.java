package io.github.unetfiji.ui;

import ij.CompositeImage;
import ij.ImageJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.ImageWindow;
import io.github.unetfiji.Progress;
import io.github.unetfiji.augment.AugmentationSettings;
import io.github.unetfiji.dataset.AnnotatedImage;
import io.github.unetfiji.dataset.LabelKind;
import io.github.unetfiji.ij.ImagePlusLabels;
import io.github.unetfiji.ij.ImagePlusSlices;
import io.github.unetfiji.ij.SampleImage;
import io.github.unetfiji.phantom.Phantom;
import io.github.unetfiji.phantom.PhantomSettings;
import io.github.unetfiji.phantom.PhantomSlice;
import io.github.unetfiji.training.AugmentationPreview;
import io.github.unetfiji.training.TrainingListener;
import io.github.unetfiji.training.TrainingSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Shows the preview of a phantom, changes the settings, and writes what the screen shows into a folder
 * (needs a display and ImageMagick's {@code import}).
 *
 * <pre>
 * mvn -q -B test-compile exec:exec -Dexec.executable=java -Dexec.classpathScope=test \
 *     "-Dexec.args=-cp %classpath io.github.unetfiji.ui.PreviewDemo FOLDER"
 * </pre>
 */
final class PreviewDemo {

    private static final int SIDE = 512;
    private static final int SLICES = 5;
    private static final int SAMPLES = 6;

    private final Path folder;

    private PreviewDemo(final Path folder) {
        this.folder = folder;
    }

    public static void main(final String[] args) throws Exception {
        new PreviewDemo(Files.createDirectories(Path.of(args[0]))).run();
        System.exit(0);
    }

    private void run() throws Exception {
        new ImageJ(ImageJ.EMBEDDED);
        final AnnotatedImage cells = phantom(LabelKind.INSTANCES);
        final AnnotatedImage classes = phantom(LabelKind.CLASSES);
        try (PreviewWindow window = new PreviewWindow()) {
            window.show(preview(cells, LabelKind.INSTANCES, 572, 10));
            shoot("1-first");
            place(window.image().getWindow());
            window.image().setPosition(3, 2, 1);
            shoot("2-weights");
            window.show(preview(cells, LabelKind.INSTANCES, 572, 30));
            state(window, "more deformation, same sizes");
            shoot("3-replaced");
            zoom(window.image());
            shoot("4-zoomed");
            window.show(preview(classes, LabelKind.CLASSES, 572, 10));
            state(window, "classes");
            window.image().setPosition(1, 2, 1);
            shoot("5-classes");
            window.show(preview(cells, LabelKind.INSTANCES, 380, 0));
            state(window, "smaller patch");
            shoot("6-smaller");
            zoom(window.image());
            ((CompositeImage) window.image()).setPosition(1, 3, 1);
            shoot("7-zoomed");
            window.close();
            System.out.println("open after close: " + window.isOpen());
            window.show(preview(cells, LabelKind.INSTANCES, 380, 0));
            System.out.println("open again: " + window.isOpen());
        }
    }

    private static ImagePlus preview(
            final AnnotatedImage data,
            final LabelKind kind,
            final int patch,
            final double deformation) {
        final TrainingSettings settings =
                TrainingSettings.builder()
                        .optKind(kind)
                        .optPatch(patch)
                        .optAugmentation(
                                AugmentationSettings.builder().optDeformation(deformation).build())
                        .build();
        final long start = System.nanoTime();
        final AugmentationPreview planes =
                AugmentationPreview.of(
                        data, settings, SAMPLES, 0, TrainingListener.NONE, Progress.NONE);
        final long made = System.nanoTime();
        final ImagePlus image = SampleImage.of(planes, "Preview");
        System.out.printf(
                Locale.ROOT,
                "%d samples of %d px: patches %.2f s, image with outlines %.2f s%n",
                SAMPLES,
                patch,
                (made - start) / 1e9,
                (System.nanoTime() - made) / 1e9);
        return image;
    }

    private static AnnotatedImage phantom(final LabelKind kind) {
        final Phantom phantom =
                Phantom.of(
                        PhantomSettings.builder()
                                .setWidth(SIDE)
                                .setHeight(SIDE)
                                .setSlices(SLICES)
                                .setSeed(1)
                                .build());
        final ImageStack images = new ImageStack(SIDE, SIDE);
        final ImageStack labels = new ImageStack(SIDE, SIDE);
        for (int z = 0; z < SLICES; z++) {
            final PhantomSlice slice = phantom.slice(z);
            images.addSlice(null, slice.image());
            labels.addSlice(
                    null, kind == LabelKind.INSTANCES ? slice.labels() : classes(slice.cells()));
        }
        return new AnnotatedImage(
                "phantom",
                ImagePlusSlices.of(new ImagePlus("phantom", images)),
                ImagePlusLabels.of(new ImagePlus("labels", labels)));
    }

    /** Seven classes of cells, to see their colours beside each other. */
    private static byte[] classes(final int[] cells) {
        final byte[] classes = new byte[cells.length];
        for (int i = 0; i < cells.length; i++) {
            classes[i] = (byte) (cells[i] == 0 ? 0 : 1 + Math.floorMod(cells[i] * 31 / 8, 7));
        }
        return classes;
    }

    private static void place(final ImageWindow window) {
        window.setLocation(150, 40);
    }

    private static void zoom(final ImagePlus image) {
        for (int i = 0; i < 4; i++) {
            image.getCanvas().zoomIn(300, 300);
        }
    }

    private static void state(final PreviewWindow window, final String what) {
        final ImagePlus image = window.image();
        System.out.printf(
                Locale.ROOT,
                "%s: window at %s, magnification %.2f, part %s, channel %d, slice %d%n",
                what,
                image.getWindow().getLocation(),
                image.getCanvas().getMagnification(),
                image.getCanvas().getSrcRect(),
                image.getC(),
                image.getZ());
    }

    private void shoot(final String name) throws Exception {
        Thread.sleep(700);
        final Process shot =
                new ProcessBuilder(
                                "import",
                                "-window",
                                "root",
                                folder.resolve(name + ".png").toString())
                        .inheritIO()
                        .start();
        if (!shot.waitFor(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("no picture of the screen");
        }
    }
}
