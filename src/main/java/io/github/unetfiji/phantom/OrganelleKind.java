package io.github.unetfiji.phantom;

/**
 * Kinds of organelles in cells. Many have walls as dark and thin as a membrane, so that a network must learn to tell
 * them apart.
 *
 * <p>Lengths are px for cells of 40 px and grow with the cells; levels are gray levels.
 */
enum OrganelleKind {
    /** Sausage with a double wall and stripes inside. */
    MITOCHONDRION(48, 8, 1.0, 11, 26, 2.2, 4.2, 85, -20),
    /** Flat sack: a loop that looks like two membranes side by side. */
    CISTERNA(46, 4, 0.55, 5, 9, 3.5, 0, 85, 4),
    /** Bright round hole with a thin wall. */
    VACUOLE(64, 3, 0.5, 5, 11, 1.4, 0, 65, 26),
    /** Small dark ring. */
    VESICLE(13, 1, 0.55, 2.6, 4.8, 1.25, 0, 95, 4),
    /** Dark dot: a microtubule cut across, or a ribosome cluster. */
    MICROTUBULE(10, 1, 0.6, 1.2, 2.1, 1.2, 0, 60, -40);

    /** Distance between candidates in a slice. */
    final double pitch;

    /** Slices between candidates; also how many slices one spans. */
    final int depth;

    /** Share of candidates that exist at full density. */
    final double chance;

    /** Smallest half width. */
    final double smallest;

    /** Largest half width. */
    final double largest;

    /** Largest ratio of length to width. */
    final double elongation;

    /** Distance of the inner wall from the outer one, 0 = single wall. */
    final double innerWall;

    /** How much darker than the cell the wall is. */
    final double wall;

    /** How much lighter than the cell the content is. */
    final double content;

    OrganelleKind(
            final double pitch,
            final int depth,
            final double chance,
            final double smallest,
            final double largest,
            final double elongation,
            final double innerWall,
            final double wall,
            final double content) {
        this.pitch = pitch;
        this.depth = depth;
        this.chance = chance;
        this.smallest = smallest;
        this.largest = largest;
        this.elongation = elongation;
        this.innerWall = innerWall;
        this.wall = wall;
        this.content = content;
    }

    /** The largest distance from its centre that any organelle reaches, px for cells of 40 px. */
    static double reach() {
        double reach = 0;
        for (final OrganelleKind kind : values()) {
            reach = Math.max(reach, kind.largest * kind.elongation);
        }
        return reach;
    }
}
