package io.github.unetfiji.ui;

import io.github.unetfiji.report.plot.Palette;
import io.github.unetfiji.training.ValidationView;
import java.awt.Color;
import java.util.List;
import java.util.Locale;

/** The caption below the picture of a held-out slice, and the text that stands there while there is no picture. */
final class SliceCaption {

    private SliceCaption() {}

    /** Why there is no picture. */
    static String missing(final MonitorState state) {
        if (state.plan() == null) {
            return "";
        }
        if (state.plan().validationSlices() > 0) {
            return state.isEnded()
                    ? centred("The training ended before a held-out slice was segmented.")
                    : centred("A held-out slice is shown here after the first validation.");
        }
        return centred(
                "No slices are held out. Name some under \"Validation slices\" before you train, and"
                        + " you see here what the network makes of a slice that it does not learn"
                        + " from.");
    }

    /** Names the slice and the contents of the picture, with a legend of the colours. */
    static String caption(
            final ValidationView view, final SliceMode mode, final List<String> classes) {
        final StringBuilder text = new StringBuilder();
        text.append(
                String.format(
                        Locale.ROOT,
                        "Slice %d after %,d iterations",
                        view.slice() + 1,
                        view.iteration()));
        switch (mode.kind()) {
            case OVERLAY -> {
                key(text, classes);
                text.append(swatch(Palette.TRUTH.darker())).append("truth (outline)");
            }
            case TRUTH -> key(text, classes);
            case PROBABILITY -> text.append(". Black 0, white 1");
            case IMAGE -> text.append(", normalised");
        }
        return html(text.toString());
    }

    private static void key(final StringBuilder text, final List<String> classes) {
        for (int c = 1; c < classes.size(); c++) {
            text.append(swatch(Palette.ofClass(c))).append(escape(classes.get(c)));
        }
    }

    private static String swatch(final Color color) {
        return String.format(
                Locale.ROOT,
                " &nbsp;<font color='#%06x'>&#9632;</font>&nbsp;",
                color.getRGB() & 0xffffff);
    }

    private static String escape(final String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static String centred(final String text) {
        return html("<center>" + text + "</center>");
    }

    private static String html(final String text) {
        return "<html>" + text + "</html>";
    }
}
