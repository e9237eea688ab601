package io.github.unetfiji.phantom;

/** Draws organelles into the cells of a section; never into or across a membrane. */
final class OrganellePainter {

    private static final double GAP = 2.2;
    private static final double CRISTA_PERIOD = 7.5;
    private static final double CRISTA_LEVEL = 62;

    private final Section section;
    private final float[] levels;
    private final double scale;
    private final double wallHalfWidth;
    private final double margin;
    private final SmoothNoise wobble;

    OrganellePainter(
            final Section section,
            final float[] levels,
            final PhantomSettings settings,
            final LatticeHash hash) {
        this.section = section;
        this.levels = levels;
        scale = settings.cellDiameter() / 40;
        wallHalfWidth = 0.5 + settings.membraneWidth() / 3;
        margin = settings.membraneWidth() / 2 + GAP;
        wobble = new SmoothNoise(hash);
    }

    /** Draws one organelle as far as it lies in the section. */
    void paint(final Organelle organelle) {
        final Region region = section.region;
        final int owner =
                section.cell[
                        region.index(
                                (int) Math.floor(organelle.x()), (int) Math.floor(organelle.y()))];
        final int reach = (int) Math.ceil(organelle.longRadius()) + 1;
        final int left = Math.max(region.x(), (int) organelle.x() - reach);
        final int right = Math.min(region.x() + region.width() - 1, (int) organelle.x() + reach);
        final int top = Math.max(region.y(), (int) organelle.y() - reach);
        final int bottom = Math.min(region.y() + region.height() - 1, (int) organelle.y() + reach);
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                final int index = region.index(x, y);
                if (section.cell[index] == owner) {
                    final double free = section.distance[index] - margin;
                    final double depth = Math.min(organelle.depth(x, y), free);
                    if (depth > 0) {
                        levels[index] += (float) change(organelle, depth, x, y);
                    }
                }
            }
        }
    }

    private double change(final Organelle organelle, final double depth, final int x, final int y) {
        final OrganelleKind kind = organelle.kind();
        double change = kind.content * Math.min(1, depth / 1.5);
        change -= kind.wall * line(depth - wallHalfWidth);
        if (kind.innerWall > 0) {
            change -= 0.6 * kind.wall * line(depth - wallHalfWidth - kind.innerWall);
            change -= CRISTA_LEVEL * crista(organelle, depth - 2 * kind.innerWall, x, y);
        }
        return change;
    }

    private double line(final double offCentre) {
        return Math.max(0, 1 - Math.abs(offCentre) / (1.3 * wallHalfWidth));
    }

    private double crista(final Organelle organelle, final double depth, final int x, final int y) {
        if (depth <= 0) {
            return 0;
        }
        final double bend =
                9 * scale * wobble.at(x / (14 * scale), y / (14 * scale), organelle.x());
        final double turns = (organelle.along(x, y) + bend) / (CRISTA_PERIOD * Math.sqrt(scale));
        final double wave = Math.abs(turns - Math.floor(turns) - 0.5) * 2;
        return Math.max(0, wave * 2 - 1) * Math.min(1, depth / 2);
    }
}
