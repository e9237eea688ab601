package io.github.unetfiji.report;

import static j2html.TagCreator.each;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.tag;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import io.github.unetfiji.report.SpotPainter.SpotShape;
import j2html.tags.ContainerTag;
import j2html.tags.DomContent;
import java.awt.Color;
import java.util.List;
import java.util.Locale;

/** The legend of the pictures of mistakes in a report; its signs are vector graphics, so that they print sharply. */
final class MismatchKey {

    private static final int SIDE = 16;
    private static final double FAINT = 0.65;

    private MismatchKey() {}

    static DomContent content() {
        return each(
                ul(each(
                                List.of(MismatchColor.values()),
                                color -> li(sign(color), text(" " + color.label()))))
                        .withClass("key"),
                p(
                        "Spots are mistakes in topology: discs are cells cut or joined, squares whole cells, diamonds holes. In their middle are the very pixels: black"
                                + " where the prediction has membrane (background) and the truth cell,"
                                + " white the reverse. Faint colours are pixels that differ but break no"
                                + " cell."));
    }

    private static DomContent sign(final MismatchColor color) {
        final ContainerTag<?> svg = tag("svg");
        svg.attr("viewBox", "0 0 16 16").attr("width", SIDE).attr("height", SIDE);
        svg.attr("aria-hidden", "true");
        final String hex = hex(color.color());
        if (color.isMistake()) {
            svg.with(shape(color.shape()).attr("fill", hex));
            color.core().ifPresent(core -> svg.with(circle(2).attr("fill", hex(core))));
        } else {
            svg.with(square(10).attr("fill", hex).attr("fill-opacity", FAINT));
        }
        return svg;
    }

    private static ContainerTag<?> shape(final SpotShape shape) {
        return switch (shape) {
            case DISC -> circle(7);
            case SQUARE -> square(13);
            case DIAMOND -> tag("polygon").attr("points", "8,0 16,8 8,16 0,8");
        };
    }

    private static ContainerTag<?> circle(final int radius) {
        return tag("circle").attr("cx", SIDE / 2).attr("cy", SIDE / 2).attr("r", radius);
    }

    private static ContainerTag<?> square(final int side) {
        final double corner = (SIDE - side) / 2.0;
        return tag("rect")
                .attr("x", corner)
                .attr("y", corner)
                .attr("width", side)
                .attr("height", side);
    }

    private static String hex(final Color color) {
        return String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xffffff);
    }
}
