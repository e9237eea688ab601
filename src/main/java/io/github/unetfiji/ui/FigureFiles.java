package io.github.unetfiji.ui;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.file.AtomicFile;
import io.github.unetfiji.report.plot.HistoryPlot;
import io.github.unetfiji.training.ValidationView;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Writes the curves, the history and the held-out slice of a monitor into files. */
final class FigureFiles {

    /** Pixels a point: a figure of 640 points then has 1920 px. */
    private static final double SCALE = 3;

    /** Small slices are enlarged to about this side, px. */
    private static final int SIDE = 700;

    private FigureFiles() {}

    /**
     * The files that are written.
     *
     * @param base a path to whose name the endings are added
     */
    static List<Path> of(final Path base, final MonitorState state) {
        final List<Path> files =
                new ArrayList<>(List.of(with(base, "-curves.png"), with(base, "-history.csv")));
        if (state.view() != null) {
            files.add(with(base, "-slice.png"));
        }
        return files;
    }

    /**
     * Writes the curves, the history and the overlay of the held-out slice.
     *
     * @throws UNetException if a file cannot be written
     */
    static void write(final Path base, final MonitorState state) {
        picture(with(base, "-curves.png"), HistoryPlot.figure(state.curves(), SCALE));
        AtomicFile.write(
                with(base, "-history.csv"),
                file ->
                        Files.writeString(
                                file, state.curves().history().toCsv(), StandardCharsets.UTF_8));
        if (state.view() != null) {
            picture(with(base, "-slice.png"), slice(state.view()));
        }
    }

    private static BufferedImage slice(final ValidationView view) {
        final int zoom =
                Math.max(1, Math.round((float) SIDE / Math.max(view.width(), view.height())));
        return SlicePicture.of(view, SliceMode.OVERLAY, zoom * view.width(), zoom * view.height());
    }

    private static void picture(final Path file, final BufferedImage picture) {
        AtomicFile.write(
                file,
                temporary -> {
                    if (!ImageIO.write(picture, "png", temporary.toFile())) {
                        throw new IOException("this Java writes no PNG");
                    }
                });
    }

    private static Path with(final Path base, final String ending) {
        return base.resolveSibling(base.getFileName() + ending);
    }
}
