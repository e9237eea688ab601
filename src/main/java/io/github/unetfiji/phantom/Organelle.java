package io.github.unetfiji.phantom;

/**
 * The ellipse in which one slice cuts an organelle.
 *
 * @param kind what it is
 * @param x centre column, px
 * @param y centre row, px
 * @param cosine direction of the long axis along x
 * @param sine direction of the long axis along y
 * @param longRadius half length, px
 * @param shortRadius half width, px
 */
record Organelle(
        OrganelleKind kind,
        double x,
        double y,
        double cosine,
        double sine,
        double longRadius,
        double shortRadius) {

    /** Coordinate along the long axis, px from the centre. */
    double along(final double px, final double py) {
        return (px - x) * cosine + (py - y) * sine;
    }

    /** Coordinate along the short axis, px from the centre. */
    double across(final double px, final double py) {
        return (py - y) * cosine - (px - x) * sine;
    }

    /** How deep inside the outline the pixel is, px to first order; negative outside. */
    double depth(final double px, final double py) {
        final double a = along(px, py) / longRadius;
        final double b = across(px, py) / shortRadius;
        final double radius = Math.sqrt(a * a + b * b) + 1e-9;
        final double steepness =
                Math.sqrt(a * a / (longRadius * longRadius) + b * b / (shortRadius * shortRadius));
        return (1 - radius) * radius / (steepness + 1e-9);
    }
}
