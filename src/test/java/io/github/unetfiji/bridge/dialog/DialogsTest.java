package io.github.unetfiji.bridge.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import io.github.unetfiji.bridge.headless.PluginsConfig;
import io.github.unetfiji.bridge.input.CommandInput;
import io.github.unetfiji.bridge.input.DialogItem;
import io.github.unetfiji.bridge.input.MacroOptions;
import io.github.unetfiji.bridge.input.OpenImages;
import io.github.unetfiji.command.EvaluateCommand;
import io.github.unetfiji.command.EvaluateModelCommand;
import io.github.unetfiji.command.SegmentCommand;
import io.github.unetfiji.command.SegmentFilesCommand;
import io.github.unetfiji.command.TrainCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.scijava.command.Command;
import org.scijava.module.ModuleException;

/** What the dialogs of the menu's commands show, and begin with. */
class DialogsTest {

    private static List<DialogSection> sections(final Class<? extends Command> type)
            throws ModuleException {
        return DialogSection.of(DialogModules.of(type).inputs().items());
    }

    private static List<String> keys(final DialogSection section) {
        return section.items().stream().map(DialogItem::key).toList();
    }

    @Test
    void theTrainingDialogGoesFromDataToPublishing() throws ModuleException {
        final List<DialogSection> sections = sections(TrainCommand.class);
        assertEquals(
                List.of(
                        "",
                        "Labels and weights",
                        "Patches and augmentation",
                        "Network",
                        "Learning",
                        "Validation",
                        "Device",
                        "Reproducing and resuming",
                        "Publishing the model"),
                sections.stream().map(DialogSection::name).toList());
        assertEquals(
                List.of("image", "labels", "rois", "rim", "model"),
                keys(sections.get(0)).subList(0, 5));
        assertTrue(keys(sections.get(7)).contains("seed"));
    }

    @Test
    void segmentFilesAsksForTheModelBeforeATruth() throws ModuleException {
        final List<DialogSection> sections = sections(SegmentFilesCommand.class);
        assertTrue(keys(sections.get(0)).contains("model"));
        assertEquals("truth", String.join(" ", keys(sections.get(sections.size() - 1))));
    }

    @Test
    void segmentingProposesObjectsWithOutlinesAndMeasurements() throws ModuleException {
        final DialogModules segment = DialogModules.of(SegmentCommand.class);
        final Reaction start = segment.live().start();
        final Map<String, String> texts = new HashMap<>(start.seen());
        assertEquals("instances", texts.get("output"));
        assertEquals("overlay", texts.get("rois"));
        assertEquals("true", texts.get("measure"));
        texts.put("output", "classes");
        assertEquals(
                Map.of("rois", "none", "measure", "false"),
                segment.live().change("output", new Reaction.State(texts, Map.of(), 1)).changed());
        texts.putAll(Map.of("output", "instances", "rois", "none", "measure", "false"));
        assertEquals(
                Map.of("rois", "overlay", "measure", "true"),
                segment.live().change("output", new Reaction.State(texts, Map.of(), 2)).changed());
    }

    @Test
    void theKindOfAPredictionFollowsTheImage() throws ModuleException {
        final ImagePlus labels = IJ.openImage("sample-data/phantom-labels.tif");
        WindowManager.setTempCurrentImage(labels);
        try {
            final Reaction start = DialogModules.of(EvaluateCommand.class).live().start();
            assertEquals("phantom-labels.tif", start.seen().get("prediction"));
            assertEquals(Map.of("kind", "instances"), start.changed());
        } finally {
            WindowManager.setTempCurrentImage(null);
        }
    }

    /** NB: what the dialog proposes is no default. */
    @Test
    void aMacroGetsProbabilities() throws ModuleException {
        final Map<String, Object> values =
                DialogModules.of(SegmentFilesCommand.class)
                        .inputs()
                        .values(
                                Map.of("model", "pom.xml", "input", "a", "into", "src"),
                                new OpenImages());
        assertEquals("probabilities", values.get("output"));
        assertEquals(false, values.get("measure"));
        assertEquals(false, values.get("rois"));
    }

    @Test
    void noDialogShowsAMacrosWay()
            throws ModuleException, IOException, ReflectiveOperationException {
        final Pattern setting = Pattern.compile("[a-z]+=\\S|\\[|\\]");
        for (final String call :
                PluginsConfig.read(Path.of("plugins.config").toUri().toURL()).values()) {
            final Class<? extends Command> type =
                    Class.forName(call.replaceAll(".*\"(.+)\".*", "$1")).asSubclass(Command.class);
            for (final DialogItem item : DialogModules.of(type).inputs().items()) {
                assertFalse(setting.matcher(item.label()).find(), item.label());
                if (item instanceof CommandInput input) {
                    assertFalse(setting.matcher(input.description()).find(), input.description());
                }
            }
        }
    }

    @Test
    void everyCommandTellsWhatItIsForWithAnExample()
            throws ModuleException, IOException, ReflectiveOperationException {
        final String help =
                DialogHelp.html(
                        DialogModules.of(EvaluateModelCommand.class).module().getInfo(),
                        DialogModules.of(EvaluateModelCommand.class).inputs());
        assertTrue(help.startsWith("<html><p>Tells how good a model is"), help);
        for (final Map.Entry<String, String> entry :
                PluginsConfig.read(Path.of("plugins.config").toUri().toURL()).entrySet()) {
            final Class<? extends Command> type =
                    Class.forName(entry.getValue().replaceAll(".*\"(.+)\".*", "$1"))
                            .asSubclass(Command.class);
            final DialogModules lively = DialogModules.of(type);
            if (!lively.inputs().items().isEmpty()) {
                final String macro = lively.module().getInfo().get("macro");
                assertTrue(macro.startsWith("run(\"" + entry.getKey() + "\", \""), macro);
                // NB: its keys are those of the command.
                lively.inputs()
                        .texts(
                                MacroOptions.parse(
                                        macro.replaceAll("run\\(\"[^\"]+\", \"(.*)\"\\);", "$1")));
            }
        }
    }
}
