package io.github.unetfiji.phantom;

import java.util.function.Consumer;

/**
 * The organelles of one kind: a jittered lattice of candidates, some of which exist.
 *
 * <p>Some cells are rich in organelles of a kind and others have none.
 */
final class OrganelleField {

    private final OrganelleKind kind;
    private final double scale;
    private final double density;
    private final LatticeHash place;
    private final LatticeHash shape;
    private final LatticeHash existence;
    private final LatticeHash richness;
    private final LatticeHash phase;

    OrganelleField(
            final OrganelleKind kind, final PhantomSettings settings, final LatticeHash hash) {
        this.kind = kind;
        scale = settings.cellDiameter() / 40;
        density = 2 * settings.organelles();
        final LatticeHash own = hash.derive(kind.ordinal());
        place = own.derive(1);
        shape = own.derive(2);
        existence = own.derive(3);
        richness = own.derive(4);
        phase = own.derive(5);
    }

    /** Hands over the organelles whose centre lies in the section, always in the same order. */
    void forEach(final Section section, final int z, final Consumer<Organelle> action) {
        final Region region = section.region;
        final double pitch = kind.pitch * scale;
        final int lastRow = (int) Math.floor((region.y() + region.height()) / pitch);
        final int lastColumn = (int) Math.floor((region.x() + region.width()) / pitch);
        for (int row = (int) Math.floor(region.y() / pitch); row <= lastRow; row++) {
            for (int column = (int) Math.floor(region.x() / pitch);
                    column <= lastColumn;
                    column++) {
                candidate(section, column, row, z, action);
            }
        }
    }

    private void candidate(
            final Section section,
            final int column,
            final int row,
            final int z,
            final Consumer<Organelle> action) {
        // NB: neighbours begin in different slices, or all would be thin in the same one.
        final int height = z + (int) (phase.unit(column, row, 0) * kind.depth);
        final int layer = Math.floorDiv(height, kind.depth);
        final long bits = place.bits(column, row, layer);
        final double x = (column + LatticeHash.part(bits, 0)) * kind.pitch * scale;
        final double y = (row + LatticeHash.part(bits, 1)) * kind.pitch * scale;
        final int px = (int) Math.floor(x);
        final int py = (int) Math.floor(y);
        if (!section.region.contains(px, py)) {
            return;
        }
        final int index = section.region.index(px, py);
        final double rich = 2 * richness.unit(section.cell[index], 0, 0);
        final double room = section.distance[index];
        if (room >= kind.smallest * scale
                && existence.unit(column, row, layer) < kind.chance * density * rich) {
            final double cut = thickness(height - layer * kind.depth);
            action.accept(cut(shape.bits(column, row, layer), x, y, cut, room));
        }
    }

    private Organelle cut(
            final long bits, final double x, final double y, final double cut, final double room) {
        final double spread = kind.largest - kind.smallest;
        final double size = (kind.smallest + spread * LatticeHash.part(bits, 0)) * scale;
        final double half = Math.min(size, 0.95 * room) * cut;
        final double elongation = 1 + (kind.elongation - 1) * LatticeHash.part(bits, 1);
        final double cosine = 2 * LatticeHash.part(bits, 2) - 1;
        final double sine = Math.sqrt(1 - cosine * cosine);
        return new Organelle(kind, x, y, cosine, sine, half * elongation, half);
    }

    /** Relative width in the slices that the organelle spans: widest in the middle one. */
    private double thickness(final int slice) {
        final double offset = (2 * slice + 1.0) / kind.depth - 1;
        return Math.sqrt(1 - 0.8 * offset * offset);
    }
}
