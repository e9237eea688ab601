package io.github.unetfiji.phantom;

import java.util.Objects;

/**
 * A stack that looks like serial-section electron microscopy of neural tissue, with ground truth.
 *
 * <pre>{@code
 * PhantomSlice slice = Phantom.of(settings).slice(0);
 * }</pre>
 *
 * <p>Cells are a soft Voronoi partition of warped space, cut by the slices; their
 * membranes are dark, blurred and faint where cut obliquely. Organelles in the cells are as dark as
 * membranes, so that no threshold separates the membranes.
 *
 * <p>A pixel depends on the seed, its place (x, y, z) and the optional settings, but not on width,
 * height or slices: a smaller phantom is the corner of a larger one. Bit-identical on every JVM and
 * whatever the order of the slices. Immutable and thread-safe. Nothing is kept between calls.
 */
public final class Phantom {

    private static final int BAND = 512;
    private static final double EXTRA_TRUTH = 0.55;

    private final PhantomSettings settings;
    private final LatticeHash hash;

    private Phantom(final PhantomSettings settings) {
        this.settings = settings;
        hash = new LatticeHash(settings.seed()).derive(0);
    }

    /** The phantom with these settings. */
    public static Phantom of(final PhantomSettings settings) {
        return new Phantom(settings);
    }

    /** The settings of the phantom. */
    public PhantomSettings settings() {
        return settings;
    }

    /**
     * Makes a slice. Time is linear in the number of pixels; memory is that of the result and of
     * a band of some hundred rows.
     *
     * @param z slice, 0..slices - 1
     * @throws IndexOutOfBoundsException if there is no such slice
     */
    public PhantomSlice slice(final int z) {
        Objects.checkIndex(z, settings.slices());
        final int width = settings.width();
        final int height = settings.height();
        final byte[] image = new byte[width * height];
        final byte[] labels = new byte[width * height];
        final int[] cells = new int[width * height];
        final int rows = Math.max(BAND, 4 * margin());
        for (int y = 0; y < height; y += rows) {
            final Region band = new Region(0, y, width, Math.min(rows, height - y));
            final Section section = new Section(band.grow(margin()), z, settings, hash.derive(1));
            label(section, band, labels, cells);
            final float[] levels = new Tissue(section, z, settings, hash.derive(2)).paint();
            new Microscope(z, settings, hash.derive(3))
                    .expose(levels, section.region, band, image, y * width);
        }
        return new PhantomSlice(width, height, image, labels, cells);
    }

    /** How far around a pixel there may be something that changes it, px. */
    private int margin() {
        final double organelle = OrganelleKind.reach() * settings.cellDiameter() / 40;
        return (int) Math.ceil(organelle) + Microscope.BLUR + 2;
    }

    private void label(
            final Section section, final Region band, final byte[] labels, final int[] cells) {
        final float halfWidth = (float) (settings.membraneWidth() / 2 + EXTRA_TRUTH);
        final int stride = section.region.width();
        int target = band.y() * band.width();
        for (int y = band.y(); y < band.y() + band.height(); y++) {
            for (int x = 0; x < band.width(); x++) {
                final int index = section.region.index(x, y);
                final int cell = section.cell[index];
                final boolean touches =
                        section.cell[index + 1] != cell || section.cell[index + stride] != cell;
                if (section.distance[index] >= halfWidth && !touches) {
                    cells[target] = cell;
                    labels[target] = (byte) 255;
                }
                target++;
            }
        }
    }
}
