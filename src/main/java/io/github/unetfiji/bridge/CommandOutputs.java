package io.github.unetfiji.bridge;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
import io.github.unetfiji.bridge.input.ItemStyle;
import io.github.unetfiji.bridge.input.OpenImages;
import io.github.unetfiji.bridge.message.CommandEnd;
import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.List;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/**
 * Shows the outputs of a command: every image once, the first declared one active at the end; tables; texts, by {@link CommandEnd}.
 *
 * <p>NB: in the thread that ImageJ called, or batch mode would not have the image as its current one.
 */
final class CommandOutputs {

    /** The style of a text to read, unlike a sentence that says how the command ended. */
    private static final String PAGE = "page";

    /** The style of a picture that stands beside such a text. NB: a macro, which works on images, gets none more by it. */
    private static final String BESIDE = "beside";

    private static final String RESULTS = "Results";

    /** NB: warping errors are as small as 0.000353. */
    private static final int DIGITS = 6;

    private final List<Object> outputs = new ArrayList<>();
    private final List<String> pages = new ArrayList<>();
    private final List<String> sentences = new ArrayList<>();
    private final List<ImagePlus> pictures = new ArrayList<>();

    /** Collects the outputs of a command that ran, in the order declared; unset ones are left out. */
    CommandOutputs(final Module module) {
        for (final ModuleItem<?> item : module.getInfo().outputs()) {
            final Object output = module.getOutput(item.getName());
            if (output instanceof String) {
                final boolean page = ItemStyle.of(item.getWidgetStyle()).has(PAGE);
                (page ? pages : sentences).add((String) output);
            } else if (output instanceof ImagePlus image
                    && ItemStyle.of(item.getWidgetStyle()).has(BESIDE)) {
                pictures.add(image);
            } else if (output != null) {
                outputs.add(output);
            }
        }
    }

    /** Shows all; of images and tables the last declared first, so that the first one ends on top. */
    void show(final CommandEnd end) {
        showOthers(end.isSeen() && !sentences.isEmpty());
        end.show(pages, sentences, pictures.stream().findFirst().map(ImagePlus::getImage));
    }

    /**
     * Shows images and tables.
     *
     * @param told whether the user reads sentences that say why a table is empty: then an empty table gets no window. A macro gets
     *     the empty table, so that it does not read an earlier command's results
     */
    private void showOthers(final boolean told) {
        for (int i = outputs.size() - 1; i >= 0; i--) {
            if (outputs.get(i) instanceof ResultsTable table && !(told && table.size() == 0)) {
                show(table);
            }
        }
        ImagePlus first = null;
        for (int i = outputs.size() - 1; i >= 0; i--) {
            if (outputs.get(i) instanceof ImagePlus) {
                first = (ImagePlus) outputs.get(i);
                show(first);
            }
        }
        if (first != null && outputs.size() > 1) {
            activate(first);
        }
    }

    /**
     * The table becomes ImageJ's results, so that {@code getResult} and {@code saveAs} work; if the user has measurements there, it gets a window of its own instead.
     *
     * <p>NB: headless there are no table windows. Becoming the results sets ImageJ's own precision.
     */
    private static void show(final ResultsTable table) {
        if (GraphicsEnvironment.isHeadless()) {
            Analyzer.setResultsTable(table);
            table.setPrecision(DIGITS);
            return;
        }
        final String title = table.getTitle() == null ? freeTitle() : table.getTitle();
        table.show(title);
        table.setPrecision(DIGITS);
        table.show(title);
    }

    private static String freeTitle() {
        String title = RESULTS;
        if (!IJ.macroRunning() && Analyzer.getResultsTable().size() > 0) {
            for (int i = 2; WindowManager.getFrame(title) != null; i++) {
                title = RESULTS + "-" + i;
            }
        }
        return title;
    }

    private static void show(final ImagePlus image) {
        if (new OpenImages().all().contains(image)) {
            image.updateAndDraw();
            activate(image);
        } else {
            image.show();
        }
    }

    /** NB: windows come to the front in their own time; selecting one waits until it is the active one. */
    private static void activate(final ImagePlus image) {
        if (image.getWindow() == null) {
            WindowManager.setTempCurrentImage(image);
            Interpreter.activateImage(image);
        } else {
            IJ.selectWindow(image.getID());
        }
    }
}
