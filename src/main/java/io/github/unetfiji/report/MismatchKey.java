package io.github.unetfiji.report;

import static j2html.TagCreator.each;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.tag;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import io.github.unetfiji.image.MismatchColor;
import j2html.tags.ContainerTag;
import j2html.tags.DomContent;
import java.awt.Color;
import java.util.List;
import java.util.Locale;

/** The legend of the pictures of mistakes; its signs are vector graphics, which print as they are. */
final class MismatchKey {

    private static final int SIDE = 16;

    private MismatchKey() {}

    static DomContent content() {
        return each(
                ul(each(
                                List.of(MismatchColor.values()),
                                color -> li(sign(color), text(" " + color.label()))))
                        .withClass("key"),
                p(
                        "Spots are mistakes in topology. In their middle are the very pixels: black"
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
            svg.with(circle(7, hex));
            color.core().ifPresent(core -> svg.with(circle(2, hex(core))));
        } else {
            svg.with(
                    tag("rect")
                            .attr("x", 3)
                            .attr("y", 3)
                            .attr("width", 10)
                            .attr("height", 10)
                            .attr("fill", hex)
                            .attr("fill-opacity", 0.65));
        }
        return svg;
    }

    private static String hex(final Color color) {
        return String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xffffff);
    }

    private static DomContent circle(final int radius, final String fill) {
        return tag("circle").attr("cx", 8).attr("cy", 8).attr("r", radius).attr("fill", fill);
    }
}
