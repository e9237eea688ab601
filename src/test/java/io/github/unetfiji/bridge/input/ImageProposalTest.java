package io.github.unetfiji.bridge.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.IJ;
import ij.ImagePlus;
import io.github.unetfiji.bridge.dialog.LiveModules;
import io.github.unetfiji.ij.ImageContent;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.command.Command;
import org.scijava.module.ModuleException;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

class ImageProposalTest {

    /** Has an image of each kind. */
    @Plugin(type = Command.class, label = "Test Images...")
    @SuppressWarnings("unused") // NB: SciJava reads the fields.
    public static class ImagesCommand implements Command {

        @Parameter(label = "Data")
        private ImagePlus image;

        @Parameter(label = "Labels", style = "labels", required = false)
        private ImagePlus labels;

        @Parameter(label = "Truth", style = "labels")
        private ImagePlus truth;

        @Parameter(label = "Prediction", style = "prediction")
        private ImagePlus prediction;

        @Override
        public void run() {}
    }

    private ImagePlus cells;
    private ImagePlus other;
    private ImagePlus labels;
    private ImagePlus objects;
    private ImagePlus plot;

    @BeforeEach
    void open() {
        cells = IJ.createImage("cells", "8-bit random", 32, 32, 2);
        other = IJ.createImage("other", "8-bit random", 40, 40, 2);
        labels = IJ.createImage("truth", "8-bit white", 32, 32, 2);
        objects =
                ImageContent.PREDICTION.mark(
                        IJ.createImage("cells-instances", "8-bit white", 32, 32, 2));
        plot = ImageContent.ILLUSTRATION.mark(IJ.createImage("history", "RGB white", 60, 40, 1));
    }

    private String proposed(final String key, final ImagePlus active, final ImagePlus... taken)
            throws ModuleException {
        final CommandInput input =
                LiveModules.of(ImagesCommand.class).inputs().list().stream()
                        .filter(each -> each.key().equals(key))
                        .findFirst()
                        .orElseThrow();
        return new ImageProposal(List.of(other, cells, labels, objects, plot), active)
                .of(input, List.of(taken))
                .map(ImagePlus::getTitle)
                .orElse("");
    }

    @Test
    void dataAreTheActiveImageIfItCanBeMeant() throws ModuleException {
        assertEquals("cells", proposed("image", cells));
        assertEquals("other", proposed("image", other));
    }

    @Test
    void afterATrainingTheyAreItsImageAndNotThePlot() throws ModuleException {
        ImageProposal.use(cells);
        assertEquals("cells", proposed("image", plot));
        assertEquals("cells", proposed("image", labels));
    }

    @Test
    void labelsAreNoResultsAndFitTheImage() throws ModuleException {
        assertEquals("truth", proposed("labels", cells, cells));
        assertEquals("", proposed("labels", other, other));
        assertEquals("truth", proposed("truth", objects, objects));
        assertEquals("truth", proposed("truth", plot));
    }

    @Test
    void aPredictionIsAResult() throws ModuleException {
        assertEquals("cells-instances", proposed("prediction", labels));
        assertEquals("cells-instances", proposed("prediction", plot));
    }

    @Test
    void theOnlyLabelsAreTheTruthAndNotThePrediction() throws ModuleException {
        final CommandInput prediction =
                LiveModules.of(ImagesCommand.class).inputs().list().stream()
                        .filter(each -> each.key().equals("prediction"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(
                Optional.of(cells),
                new ImageProposal(List.of(cells, labels), labels).of(prediction, List.of()));
        final ImagePlus saved = IJ.createImage("saved", "8-bit white", 32, 32, 2);
        assertEquals(
                Optional.of(saved),
                new ImageProposal(List.of(cells, labels, saved), saved).of(prediction, List.of()));
    }

    @Test
    void nothingIsProposedOfNothing() throws ModuleException {
        final CommandInput input = LiveModules.of(ImagesCommand.class).inputs().list().get(0);
        assertEquals(true, new ImageProposal(List.of(), null).of(input, List.of()).isEmpty());
    }
}
