package io.github.unetfiji.phantom;

import io.github.unetfiji.phantom.SmoothNoise.CoarseNoise;

/**
 * Gray levels of the stained tissue in a section, before the microscope blurs it: cytoplasm, then
 * organelles, then membranes.
 */
final class Tissue {

    private static final double CYTOPLASM = 166;
    private static final double MEMBRANE = 36;
    private static final double CELL_SPREAD = 9;
    private static final double DARK_CELLS = 0.12;
    private static final double DARK_CELL = -24;
    private static final double GRAIN = 4.3;
    private static final double DENSITY_ONSET = 0.31;

    private final Section section;
    private final int z;
    private final PhantomSettings settings;
    private final LatticeHash hash;
    private final float[] levels;

    Tissue(
            final Section section,
            final int z,
            final PhantomSettings settings,
            final LatticeHash hash) {
        this.section = section;
        this.z = z;
        this.settings = settings;
        this.hash = hash;
        levels = new float[section.region.size()];
    }

    /** Paints everything; row-major over the section's region, nominally 0..255. */
    float[] paint() {
        paintCytoplasm();
        paintOrganelles();
        paintMembranes();
        return levels;
    }

    private void paintCytoplasm() {
        final Region region = section.region;
        final SmoothNoise grain = new SmoothNoise(hash.derive(1));
        final CoarseNoise cloud =
                new CoarseNoise(new SmoothNoise(hash.derive(2)), 13, z * 1.37, region);
        final LatticeHash cellHash = hash.derive(3);
        int cell = 0;
        double base = 0;
        int index = 0;
        for (int y = region.y(); y < region.y() + region.height(); y++) {
            for (int x = region.x(); x < region.x() + region.width(); x++) {
                if (section.cell[index] != cell) {
                    cell = section.cell[index];
                    base = cytoplasm(cellHash, cell);
                }
                final double texture =
                        30 * grain.inPlane(x / GRAIN, y / GRAIN, z) + 24 * cloud.at(x, y);
                levels[index++] = (float) (base + texture);
            }
        }
    }

    private static double cytoplasm(final LatticeHash cellHash, final int cell) {
        final boolean dark = cellHash.unit(cell, 1, 0) < DARK_CELLS;
        return CYTOPLASM + CELL_SPREAD * cellHash.normal(cell, 0, 0) + (dark ? DARK_CELL : 0);
    }

    private void paintOrganelles() {
        final OrganellePainter painter =
                new OrganellePainter(section, levels, settings, hash.derive(4));
        for (final OrganelleKind kind : OrganelleKind.values()) {
            new OrganelleField(kind, settings, hash.derive(5)).forEach(section, z, painter::paint);
        }
    }

    private void paintMembranes() {
        final double far = 6 * settings.membraneWidth();
        final Region region = section.region;
        final CoarseNoise stain =
                new CoarseNoise(new SmoothNoise(hash.derive(6)), 24, z / 3.0, region);
        final CoarseNoise density =
                new CoarseNoise(new SmoothNoise(hash.derive(7)), 38, z / 4.0, region);
        int index = 0;
        for (int y = region.y(); y < region.y() + region.height(); y++) {
            for (int x = region.x(); x < region.x() + region.width(); x++) {
                if (section.distance[index] < far) {
                    paintMembrane(index, stain.at(x, y), density.at(x, y));
                }
                index++;
            }
        }
    }

    private void paintMembrane(final int index, final double stain, final double density) {
        final double distance = section.distance[index];
        final double halfWidth = settings.membraneWidth() / 2 * (1 + 0.7 * stain);
        final double inside = Math.max(0, Math.min(1, (halfWidth + 1.0 - distance) / 1.4));
        final double strength =
                Math.max(0.2, Math.min(1, 0.9 + 0.9 * stain)) * section.clarity[index];
        final double halo = Math.max(0, density - DENSITY_ONSET) * 240;
        final double near = distance / (1.7 * settings.membraneWidth());
        levels[index] += (float) (strength * inside * (MEMBRANE - levels[index]));
        levels[index] -= (float) (Math.min(60, halo) / (1 + near * near));
    }
}
